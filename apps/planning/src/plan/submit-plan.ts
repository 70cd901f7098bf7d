import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { Plan } from './plan';
import { missingForSubmission } from './plan-gates';
import type { SubmitPlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type SubmitPlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/** Hands a plan in for approval; an empty one, or one whose period is over, is refused with what is missing. */
export async function submitPlan(command: Command, input: SubmitPlanInput): Promise<SubmitPlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const refusal = planStatuses.move(plan, 'SUBMITTED');
  if (refusal) return refusal;
  const lineCount = await command.manager.countBy(PlanLine, { tenantId: command.tenantId, planId: plan.id });
  const missing = missingForSubmission(plan, lineCount, await command.today());
  if (missing.length > 0) return new GateNotMet('PLAN_SUBMISSION', missing);
  plan.returnReason = null;
  return command.save(plan);
}
