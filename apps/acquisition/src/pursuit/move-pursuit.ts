import type { Command } from '@fivepoint/service';
import { Pursuit } from './pursuit';
import { type PursuitStatus, pursuitStatuses } from './pursuit.statuses';

/**
 * The pursuit, locked; null where there is none. Not limited to what the caller sees: the lead of a pursuit may have gone to another team.
 */
export function lockPursuit(command: Command, which: { id: string } | { planLineId: string }): Promise<Pursuit | null> {
  return command.manager.findOne(Pursuit, {
    where: { tenantId: command.tenantId, ...which },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Lets a locked pursuit follow what happened to one of its leads; where the lifecycle has no such step, it stays as it is. */
export async function moveOn(
  command: Command,
  pursuit: Pursuit,
  toStatus: PursuitStatus,
  wonOn?: string,
): Promise<void> {
  if (pursuitStatuses.move(pursuit, toStatus)) return;
  pursuit.wonOn = wonOn ?? null;
  await command.save(pursuit);
}
