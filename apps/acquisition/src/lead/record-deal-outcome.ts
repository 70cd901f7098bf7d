import type { Command, NotFound, VersionConflict } from '@fivepoint/service';
import { hasOpportunity, lockPursuit, moveOn } from '../pursuit/move-pursuit';
import { type DealOutcome, Lead } from './lead';

/**
 * Records how a lead's deal ended (capability A02, success rate). A lost one may leave its pursuit open again: that is locked before the
 * pursuit's other leads are looked at, so that whoever comes second at the same moment sees what the first has done.
 * @param which by its deal, where nobody names the lead; a deal that no lead led to is nobody's outcome
 */
export async function recordDealOutcome(
  command: Command,
  which: { leadId: string } | { dealId: string },
  outcome: DealOutcome,
  closedOn: string,
): Promise<NotFound | VersionConflict | undefined> {
  const lead = 'leadId' in which ? await command.lock(Lead, which.leadId) : await leadOfDeal(command, which.dealId);
  if (!lead) return undefined;
  if (!(lead instanceof Lead)) return lead;
  lead.dealOutcome = outcome;
  lead.dealClosedOn = closedOn;
  await command.save(lead);
  if (outcome !== 'LOST' || !lead.pursuitId) return undefined;
  const pursuit = await lockPursuit(command, { id: lead.pursuitId });
  if (pursuit && !(await hasOpportunity(command, pursuit.id, lead.id))) await moveOn(command, pursuit, 'OPEN');
  return undefined;
}

const leadOfDeal = ({ manager, tenantId }: Command, dealId: string): Promise<Lead | null> =>
  manager.findOne(Lead, { where: { tenantId, dealId }, lock: { mode: 'pessimistic_write' } });
