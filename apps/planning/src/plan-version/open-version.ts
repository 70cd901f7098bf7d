import { type Command, TransitionRefused } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { planStatuses } from '../plan/plan.statuses';
import { PlanVersion } from './plan-version';
import { planVersionStatuses } from './plan-version.statuses';

/** Whether a revision is open: the version that is open is not the first, which the plan itself is. */
export const isUnderRevision = ({ openVersionId, currentVersionId }: Plan): boolean =>
  openVersionId !== null && openVersionId !== currentVersionId;

/** One version of a locked plan; nobody else changes it meanwhile. */
export const versionOf = ({ manager, tenantId }: Command, id: string): Promise<PlanVersion> =>
  manager.findOneByOrFail(PlanVersion, { tenantId, id });

/** The version of a locked plan whose lines may be changed; the refusal where there is none. */
export async function draftOf(command: Command, plan: Plan): Promise<PlanVersion | PlanNotDraft> {
  if (plan.openVersionId === null) return new PlanNotDraft(plan.status);
  const open = await versionOf(command, plan.openVersionId);
  return open.status === 'DRAFT' ? open : new PlanNotDraft('SUBMITTED');
}

/**
 * Takes a step of the open version of a locked plan, and of the plan itself where that is its first: a plan that counts stays what it is while it
 * is revised. Answers with why there is no such step.
 */
export async function moveOpen(
  command: Command,
  plan: Plan,
  to: 'SUBMITTED' | 'APPROVED' | 'DRAFT',
): Promise<PlanVersion | TransitionRefused> {
  const refusal = isUnderRevision(plan) ? null : planStatuses.move(plan, to);
  if (refusal) return refusal;
  if (plan.openVersionId === null) throw new Error(`plan ${plan.id} went to ${to} without an open version`);
  const open = await versionOf(command, plan.openVersionId);
  return planVersionStatuses.move(open, to) ?? open;
}

/** Writes a plan after its open version has moved: one that only is revised has not changed itself, but people must have seen what has. */
export const keepMoved = (command: Command, plan: Plan): Promise<Plan> =>
  isUnderRevision(plan) ? command.touch(plan) : command.save(plan);
