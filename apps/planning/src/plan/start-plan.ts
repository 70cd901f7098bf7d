import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { versionOf } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { planVersionStatuses } from '../plan-version/plan-version.statuses';
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
  await bringInForce(command, await versionOf(command, plan.currentVersionId));
  return command.save(plan);
}

/** Lets the version that counts be in force from now on. */
export function bringInForce(command: Command, version: PlanVersion): Promise<PlanVersion> {
  planVersionStatuses.mustMove(version, 'IN_FORCE');
  version.inForceAt = command.now;
  return command.save(version);
}
