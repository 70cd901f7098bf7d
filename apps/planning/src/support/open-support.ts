import type { Command } from '@fivepoint/service';
import type { Rebalancing } from '../rebalancing/rebalancing';
import type { PlannedSupport } from './plan-support';
import { SupportAction } from './support-action';
import { supportActionStatuses } from './support-action.statuses';

/** Opens the help that comes with the cuts of a rebalancing, one action for each. */
export async function openSupport(
  command: Command,
  { id: rebalancingId, planId, correlationId }: Rebalancing,
  planned: readonly PlannedSupport[],
): Promise<void> {
  await command.writeTogether([SupportAction], async () => {
    for (const action of planned)
      await command.add(
        Object.assign(new SupportAction(), {
          ...command.newAggregate(correlationId),
          ...action,
          status: supportActionStatuses.initial,
          outcome: null,
          cancelReason: null,
          planId,
          rebalancingId,
        }),
      );
  });
}
