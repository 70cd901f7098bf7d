import { type Command, present } from '@fivepoint/service';
import type { Rebalancing } from './rebalancing';

/** Tells that targets were adjusted, of which plan and why: no target of a rep and no sum of them, for both show what reps can deliver. */
export function announceRebalanced(command: Command, rebalancing: Rebalancing, repCount: number): void {
  const { id: rebalancingId, planId, planVersionId, asOf, reason, decisionReason, capBasisPoints } = rebalancing;
  const { ownerId, team } = rebalancing;
  command.emit({
    type: 'fivepoint.planning.targets-rebalanced.v1',
    key: planId,
    subject: planId,
    correlationId: rebalancing.correlationId,
    data: {
      ...{ planId, planVersionId, rebalancingId, asOf, reason, repCount, capBasisPoints },
      ...present({ approvalReason: decisionReason, ownerId, team }),
    },
  });
}
