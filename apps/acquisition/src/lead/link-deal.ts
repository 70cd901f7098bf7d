import type { Command, NotFound, VersionConflict } from '@fivepoint/service';
import { Lead } from './lead';

/** Remembers the deal that a lead has become, because the contract will name the deal only. */
export async function linkDeal(
  command: Command,
  { leadId, dealId }: { leadId: string; dealId: string },
): Promise<NotFound | VersionConflict | undefined> {
  const lead = await command.lock(Lead, leadId);
  if (!(lead instanceof Lead)) return lead;
  lead.dealId = dealId;
  await command.save(lead);
  return undefined;
}
