import { type Command, GateNotMet, NotFound, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { planLineStandings } from '../plan-line/plan-line.standings';
import { callOffWork } from '../plan-line/work-of-lines';
import { isUnderRevision, versionOf } from './open-version';
import type { DiscardRevisionInput } from './plan-version.inputs';
import { planVersionStatuses } from './plan-version.statuses';

export type DiscardRevisionOutcome = Plan | NotFound | VersionConflict | GateNotMet;

/** Gives the open revision up; it stays to be read, with the reason, and the version that counts goes on as if there had been none. */
export async function discardRevision(command: Command, input: DiscardRevisionInput): Promise<DiscardRevisionOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  if (plan.openVersionId === null || !isUnderRevision(plan))
    return new GateNotMet('REVISION_DISCARD', ['an open revision']);
  const { tenantId, manager, now, identity } = command;
  const open = await versionOf(command, plan.openVersionId);
  planVersionStatuses.mustMove(open, 'DISCARDED');
  const closing = { closedAt: now, closerId: identity.repId, closerUserId: identity.userId };
  Object.assign(open, closing, { discardReason: input.reason });
  await command.save(open);
  const proposed = await manager.findBy(PlanLine, { tenantId, planId: plan.id, standing: 'PROPOSED' });
  await command.writeTogether([], async () => {
    for (const line of proposed) {
      planLineStandings.mustMove(line, 'WITHDRAWN');
      await command.save(line);
    }
  });
  await callOffWork(
    command,
    proposed.map(({ id }) => id),
    'The revision that proposed the plan line was discarded.',
  );
  plan.openVersionId = null;
  return command.save(plan);
}
