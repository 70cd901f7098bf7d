import { type Command, type NotFound, present, type TransitionRefused, type VersionConflict } from '@fivepoint/service';
import { aboutLead, Lead } from './lead';
import type { ClassifyLeadInput } from './lead.inputs';
import { leadStatuses } from './lead.statuses';

export type ClassifyLeadOutcome = Lead | NotFound | VersionConflict | TransitionRefused;

/** Says how the customer of a lead buys (capability A03), or says it anew (A13). The same pattern once more changes and publishes nothing. */
export async function classifyLead(command: Command, input: ClassifyLeadInput): Promise<ClassifyLeadOutcome> {
  const lead = await command.lock(Lead, input.leadId, input.expectedVersion);
  if (!(lead instanceof Lead)) return lead;
  const refusal = leadStatuses.move(lead, 'CLASSIFIED');
  if (refusal) return refusal;
  const previousScenario = lead.purchasePattern;
  if (previousScenario === input.purchasePattern) return lead;
  lead.purchasePattern = input.purchasePattern;
  await command.save(lead);
  command.emit({
    type: 'fivepoint.acquisition.lead-classified.v1',
    ...aboutLead(lead),
    data: {
      leadId: lead.id,
      accountId: lead.accountId,
      scenario: input.purchasePattern,
      ...present({ previousScenario, planLineId: lead.planLineId }),
    },
  });
  return lead;
}
