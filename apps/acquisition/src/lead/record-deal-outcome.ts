import type { Command } from '@fivepoint/service';
import { IsNull, Not } from 'typeorm';
import { lockPursuit, moveOn } from '../pursuit/move-pursuit';
import { type DealOutcome, Lead } from './lead';

/**
 * Records how a lead's deal ended (capability A02, success rate). `lead` is locked; a lost one may leave its pursuit open again: it is
 * locked before the pursuit's other leads are looked at, so that whoever comes second at the same moment sees what the first has done.
 */
export async function recordDealOutcome(
  command: Command,
  lead: Lead,
  outcome: DealOutcome,
  closedOn: string,
): Promise<void> {
  lead.dealOutcome = outcome;
  lead.dealClosedOn = closedOn;
  await command.save(lead);
  if (outcome !== 'LOST' || !lead.pursuitId) return;
  const pursuit = await lockPursuit(command, { id: lead.pursuitId });
  if (pursuit && !(await otherOpportunity(command, lead, pursuit.id))) await moveOn(command, pursuit, 'OPEN');
}

const otherOpportunity = (command: Command, lead: Lead, pursuitId: string): Promise<boolean> =>
  command.manager.existsBy(Lead, {
    tenantId: command.tenantId,
    pursuitId,
    id: Not(lead.id),
    status: 'QUALIFIED',
    dealOutcome: IsNull(),
  });
