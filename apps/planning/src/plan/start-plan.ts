import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { Plan } from './plan';
import { missingForStart } from './plan-gates';
import type { StartPlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type StartPlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/** Puts an approved plan in force once its period has begun; one that is approved within its period is in force at once. */
export async function startPlan(command: Command, input: StartPlanInput): Promise<StartPlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const refusal = planStatuses.move(plan, 'IN_FORCE');
  if (refusal) return refusal;
  const missing = missingForStart(plan, await command.today());
  if (missing.length > 0) return new GateNotMet('PLAN_START', missing);
  return command.save(plan);
}
