import { type Command, present } from '@fivepoint/service';
import type { RebalancedTarget } from './rebalanced-target';
import type { Rebalancing } from './rebalancing';

/** Tells what an approved rebalancing changed: targets by rep, and nothing of what anybody can deliver. */
export function announceRebalanced(
  command: Command,
  rebalancing: Rebalancing,
  targets: readonly RebalancedTarget[],
): void {
  const { id: rebalancingId, planId, planVersionId, reason, decisionReason, ownerId, team } = rebalancing;
  command.emit({
    type: 'fivepoint.planning.targets-rebalanced.v1',
    key: planId,
    subject: planId,
    correlationId: rebalancing.correlationId,
    data: {
      planId,
      planVersionId,
      rebalancingId,
      asOf: rebalancing.asOf,
      reason,
      targets: targets.map(({ repId, before, after }) => ({
        repId,
        before: before.money.toJSON(),
        after: after.money.toJSON(),
      })),
      reserveUsed: rebalancing.reserveUsed.money.toJSON(),
      unallocatedGap: rebalancing.unallocatedGap.money.toJSON(),
      capBasisPoints: rebalancing.capBasisPoints,
      ...present({
        fairnessBefore: rebalancing.fairnessBefore,
        fairnessAfter: rebalancing.fairnessAfter,
        approvalReason: decisionReason,
        ownerId,
        team,
      }),
    },
  });
}
