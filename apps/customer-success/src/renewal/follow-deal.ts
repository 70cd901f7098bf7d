import type { Command } from '@fivepoint/service';
import type { FindOptionsWhere } from 'typeorm';
import { Expansion } from '../expansion/expansion';
import { Renewal } from './renewal';
import { type RenewalStatus, renewalStatuses } from './renewal.statuses';

/** Remembers which deal is to win a renewal or an expansion. */
export async function linkDeal(
  command: Command,
  { dealId, renewalId, expansionId }: { dealId: string; renewalId?: string; expansionId?: string },
): Promise<void> {
  const motions = renewalId
    ? await locked(command, Renewal, { id: renewalId })
    : expansionId
      ? await locked(command, Expansion, { id: expansionId })
      : [];
  for (const motion of motions) {
    motion.dealId = dealId;
    await command.save(motion);
  }
}

/** The deal's contract is signed: its renewal or expansion is won. Deals of new business have none. */
export const closeWon = (command: Command, dealId: string): Promise<void> => close(command, dealId, 'WON');

/** The deal is lost: its renewal or expansion is lost. */
export const closeLost = (command: Command, dealId: string): Promise<void> => close(command, dealId, 'LOST');

async function close(command: Command, dealId: string, status: RenewalStatus): Promise<void> {
  for (const motion of [
    ...(await locked(command, Renewal, { dealId })),
    ...(await locked(command, Expansion, { dealId })),
  ]) {
    // What is won or lost already stays so.
    if (!renewalStatuses.move(motion, status)) await command.save(motion);
  }
}

const locked = <T extends Renewal | Expansion>(
  { manager, tenantId }: Command,
  entity: new () => T,
  where: { id: string } | { dealId: string },
): Promise<T[]> =>
  manager.find(entity, {
    where: { tenantId, ...where } as FindOptionsWhere<T>,
    lock: { mode: 'pessimistic_write' },
  });
