import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import type { Plan } from '../plan/plan';
import { type RepTargets, repTargetsOf } from '../rebalancing/rep-targets';
import { Rep } from '../rep/rep';
import { openSupport } from '../support/open-support';
import { supportFor } from '../support/plan-support';
import type { PlanVersion } from './plan-version';

/** Opens help for each rep whose target an approved revision has cut within the period (rule 5): what a cut opens does not go by the way it came. */
export async function openHelpForCuts(
  command: Command,
  { id: planId, correlationId }: Plan,
  revision: PlanVersion,
  before: readonly RepTargets[],
): Promise<void> {
  const { manager, tenantId } = command;
  const after = new Map((await repTargetsOf(manager, tenantId, [planId])).map((rep) => [rep.repId, rep.rebalanced]));
  const fallen = before.filter(({ repId, rebalanced }) => (after.get(repId) ?? 0n) < rebalanced);
  const cut = await manager.find(Rep, {
    where: { tenantId, id: In(fallen.map(({ repId }) => repId)) },
    order: { id: 'ASC' },
  });
  const actions = await supportFor(command, cut, []);
  await openSupport(command, { planId, rebalancingId: null, planVersionId: revision.id, correlationId }, actions);
}
