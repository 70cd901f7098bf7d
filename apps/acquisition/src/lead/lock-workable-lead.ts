import { type Command, GateNotMet, type NotFound, type VersionConflict } from '@fivepoint/service';
import { Lead } from './lead';
import { closedLead, type LeadClosed } from './lead.errors';

/** The lead to work on, locked. Rules §10: the purchase pattern before anything else; after the end nothing more. */
export async function lockWorkableLead(
  command: Command,
  { leadId, expectedVersion }: { leadId: string; expectedVersion?: number | null },
): Promise<Lead | NotFound | VersionConflict | LeadClosed | GateNotMet> {
  const lead = await command.lock(Lead, leadId, expectedVersion);
  if (!(lead instanceof Lead)) return lead;
  const closed = closedLead(lead);
  if (closed) return closed;
  return lead.purchasePattern ? lead : new GateNotMet('PURCHASE_PATTERN', ['purchasePattern']);
}
