import { type Command, type NotFound, present, type TransitionRefused, type VersionConflict } from '@fivepoint/service';
import { aboutLead, Lead } from './lead';
import type { DisqualifyLeadInput } from './lead.inputs';
import { leadStatuses } from './lead.statuses';

export type DisqualifyLeadOutcome = Lead | NotFound | VersionConflict | TransitionRefused;

/** Gives a lead up, with its reason (capability A15, screening leads). */
export async function disqualifyLead(command: Command, input: DisqualifyLeadInput): Promise<DisqualifyLeadOutcome> {
  const lead = await command.lock(Lead, input.leadId, input.expectedVersion);
  if (!(lead instanceof Lead)) return lead;
  const refusal = leadStatuses.move(lead, 'DISQUALIFIED');
  if (refusal) return refusal;
  lead.disqualificationReason = input.reason;
  await command.save(lead);
  command.emit({
    type: 'fivepoint.acquisition.lead-disqualified.v1',
    ...aboutLead(lead),
    data: {
      leadId: lead.id,
      accountId: lead.accountId,
      reason: input.reason,
      ...present({ planLineId: lead.planLineId }),
    },
  });
  return lead;
}
