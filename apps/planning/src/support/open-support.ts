import type { Command } from '@fivepoint/service';
import type { PlannedSupport } from './plan-support';
import { SupportAction } from './support-action';
import { supportActionStatuses } from './support-action.statuses';

/** What cut the targets: a rebalancing or a revision of a plan. */
export type Cut = Pick<SupportAction, 'planId' | 'rebalancingId' | 'planVersionId'> & { correlationId: string };

/** Opens the help that comes with cuts, one action for each. */
export async function openSupport(
  command: Command,
  { correlationId, ...cut }: Cut,
  planned: readonly PlannedSupport[],
): Promise<void> {
  await command.writeTogether([SupportAction], async () => {
    for (const action of planned)
      await command.add(
        Object.assign(new SupportAction(), {
          ...command.newAggregate(correlationId),
          ...action,
          ...cut,
          status: supportActionStatuses.initial,
          outcome: null,
          cancelReason: null,
          enderUserId: null,
        }),
      );
  });
}
