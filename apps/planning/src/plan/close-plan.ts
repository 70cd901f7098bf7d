import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { callOffWork } from '../plan-line/work-of-lines';
import { isUnderRevision, versionOf } from '../plan-version/open-version';
import { planVersionStatuses } from '../plan-version/plan-version.statuses';
import { Plan } from './plan';
import { missingForClosure } from './plan-gates';
import type { ClosePlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type ClosePlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/**
 * Ends a plan, when no revision of it is open; contracts and cash that still come in from its lines count on, and what was still to be done for them
 * is called off.
 */
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
  const { repId: closerId, userId: closerUserId } = command.identity;
  await command.save(Object.assign(current, { closedAt: command.now, closerId, closerUserId }));
  await command.save(plan);
  await callOffWork(command, await lockLines(command, plan), 'The plan was closed.');
  return plan;
}

/** All lines of the plan, so that nobody begins anything for them meanwhile. */
async function lockLines({ manager, tenantId }: Command, plan: Plan): Promise<string[]> {
  const lines = await manager.find(PlanLine, {
    where: { tenantId, planId: plan.id },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return lines.map(({ id }) => id);
}
