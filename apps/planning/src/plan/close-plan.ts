import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { isUnderRevision, versionOf } from '../plan-version/open-version';
import { planVersionStatuses } from '../plan-version/plan-version.statuses';
import { Plan } from './plan';
import { missingForClosure } from './plan-gates';
import type { ClosePlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type ClosePlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/** Ends a plan, when no revision of it is open; contracts and cash that still come in from its lines count on. */
export async function closePlan(command: Command, input: ClosePlanInput): Promise<ClosePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const refusal = planStatuses.move(plan, 'CLOSED');
  if (refusal) return refusal;
  const open =
    plan.openVersionId !== null && isUnderRevision(plan) ? await versionOf(command, plan.openVersionId) : null;
  const missing = missingForClosure(open?.number ?? null);
  if (missing.length > 0) return new GateNotMet('PLAN_CLOSURE', missing);
  const current = await versionOf(command, plan.currentVersionId);
  planVersionStatuses.mustMove(current, 'CLOSED');
  await command.save(Object.assign(current, { closedAt: command.now, closerId: command.identity.repId }));
  return command.save(plan);
}
