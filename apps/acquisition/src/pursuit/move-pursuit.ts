import type { Command } from '@fivepoint/service';
import { IsNull, Not } from 'typeorm';
import { Lead } from '../lead/lead';
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

/** Whether a lead of the pursuit is an opportunity that is still open; of the leads beside one where that is given. */
export const hasOpportunity = (command: Command, pursuitId: string, besideLeadId?: string): Promise<boolean> =>
  command.manager.existsBy(Lead, {
    tenantId: command.tenantId,
    pursuitId,
    status: 'QUALIFIED',
    dealOutcome: IsNull(),
    ...(besideLeadId && { id: Not(besideLeadId) }),
  });

/**
 * Lets a locked pursuit follow what happened to one of its leads; where the lifecycle has no such step, it stays as it is. One that was withdrawn
 * may still be won, and is not opened again by its leads: only a plan does that.
 */
export async function moveOn(
  command: Command,
  pursuit: Pursuit,
  toStatus: PursuitStatus,
  wonOn?: string,
): Promise<void> {
  if (pursuit.status === 'WITHDRAWN' && toStatus !== 'WON') return;
  if (pursuitStatuses.move(pursuit, toStatus)) return;
  pursuit.wonOn = wonOn ?? null;
  pursuit.withdrawalReason = null;
  await command.save(pursuit);
}
