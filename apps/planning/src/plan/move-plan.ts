import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { Plan } from './plan';
import type { MovePlanInput } from './plan.inputs';
import { missingForStart, missingForSubmission, planStatuses } from './plan.statuses';

export type ClosePlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused;
export type MovePlanOutcome = ClosePlanOutcome | GateNotMet;

/** Hands a plan in for approval; an empty one, or one whose period is over, is refused with what is missing. */
export async function submitPlan(command: Command, input: MovePlanInput): Promise<MovePlanOutcome> {
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

/** Puts an approved plan in force once its period has begun; one that is approved within its period is in force at once. */
export async function startPlan(command: Command, input: MovePlanInput): Promise<MovePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const refusal = planStatuses.move(plan, 'IN_FORCE');
  if (refusal) return refusal;
  const missing = missingForStart(plan, await command.today());
  if (missing.length > 0) return new GateNotMet('PLAN_START', missing);
  return command.save(plan);
}

/** Ends a plan; contracts and cash that still come in from its lines count on. */
export async function closePlan(command: Command, input: MovePlanInput): Promise<ClosePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  return planStatuses.move(plan, 'CLOSED') ?? command.save(plan);
}
