import { type Command, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { isUnderRevision, keepMoved, moveOpen } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { approversOf, approvingRole } from './approvers';
import { Plan } from './plan';
import { ApprovalRefused } from './plan.errors';
import type { ReturnPlanInput } from './plan.inputs';

export type ReturnPlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | ApprovalRefused;

/** Gives a submitted plan, or its revision, back instead of approving it (capabilities P02, X13): its lines change again, and it says why. */
export async function returnPlan(command: Command, input: ReturnPlanInput): Promise<ReturnPlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const open = await moveOpen(command, plan, 'DRAFT');
  if (!(open instanceof PlanVersion)) return open;
  const { identity, now } = command;
  if (!approvingRole(identity, plan.team)) return new ApprovalRefused(plan.team, approversOf(plan.team));
  const returning = { returnedAt: now, returnerId: identity.repId, returnerUserId: identity.userId };
  await command.save(Object.assign(open, returning, { returnReason: input.reason }));
  if (!isUnderRevision(plan)) plan.returnReason = input.reason;
  return keepMoved(command, plan);
}
