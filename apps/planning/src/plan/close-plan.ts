import { type Command, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { Plan } from './plan';
import type { ClosePlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type ClosePlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused;

/** Ends a plan; contracts and cash that still come in from its lines count on. */
export async function closePlan(command: Command, input: ClosePlanInput): Promise<ClosePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  return planStatuses.move(plan, 'CLOSED') ?? command.save(plan);
}
