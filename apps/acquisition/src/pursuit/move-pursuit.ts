import type { Command } from '@fivepoint/service';
import { Pursuit } from './pursuit';
import { type PursuitStatus, pursuitStatuses } from './pursuit.statuses';

/**
 * Lets a pursuit follow what happened to one of its leads; where the lifecycle has no such step, it stays as it is. Not limited to what
 * the caller sees: the lead of a pursuit may have gone to another team. Null where there is no such pursuit.
 */
export async function movePursuit(
  command: Command,
  which: { id: string } | { planLineId: string },
  toStatus: PursuitStatus,
  wonOn?: string,
): Promise<Pursuit | null> {
  const pursuit = await command.manager.findOne(Pursuit, {
    where: { tenantId: command.tenantId, ...which },
    lock: { mode: 'pessimistic_write' },
  });
  if (!pursuit || !pursuitStatuses.may(pursuit.status, toStatus)) return pursuit;
  pursuit.status = toStatus;
  pursuit.wonOn = wonOn ?? null;
  return command.save(pursuit);
}
