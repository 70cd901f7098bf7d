import type { Command } from '@fivepoint/service';
import { IsNull, Not } from 'typeorm';
import { movePursuit } from '../pursuit/move-pursuit';
import { type DealOutcome, Lead } from './lead';

/** Records how a lead's deal ended (capability A02, success rate). `lead` is locked; a lost one may leave its pursuit open again. */
export async function recordDealOutcome(
  command: Command,
  lead: Lead,
  outcome: DealOutcome,
  closedOn: string,
): Promise<void> {
  lead.dealOutcome = outcome;
  lead.dealClosedOn = closedOn;
  await command.save(lead);
  if (outcome === 'LOST' && lead.pursuitId && !(await otherOpportunity(command, lead, lead.pursuitId)))
    await movePursuit(command, { id: lead.pursuitId }, 'OPEN');
}

const otherOpportunity = (command: Command, lead: Lead, pursuitId: string): Promise<boolean> =>
  command.manager.existsBy(Lead, {
    tenantId: command.tenantId,
    pursuitId,
    id: Not(lead.id),
    status: 'QUALIFIED',
    dealOutcome: IsNull(),
  });
