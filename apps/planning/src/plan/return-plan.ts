import { type Command, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { approversOf, approvingRole } from './approvers';
import { Plan } from './plan';
import { ApprovalRefused } from './plan.errors';
import type { ReturnPlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type ReturnPlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | ApprovalRefused;

/** Gives a submitted plan back instead of approving it (capabilities P02, X13): its lines change again, and it says why. */
export async function returnPlan(command: Command, input: ReturnPlanInput): Promise<ReturnPlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const refusal = planStatuses.move(plan, 'DRAFT');
  if (refusal) return refusal;
  if (!approvingRole(command.identity, plan.team)) return new ApprovalRefused(plan.team, approversOf(plan.team));
  plan.returnReason = input.reason;
  return command.save(plan);
}
