import type { Command } from '@fivepoint/service';
import { Expansion } from '../expansion/expansion';
import { Renewal } from './renewal';
import { type RenewalStatus, renewalStates } from './renewal.states';

/** Remembers which deal is to win a renewal or an expansion. */
export async function linkDeal(
  command: Command,
  { dealId, renewalId, expansionId }: { dealId: string; renewalId?: string; expansionId?: string },
): Promise<void> {
  const motion = renewalId
    ? await command.manager.findOneBy(Renewal, { tenantId: command.tenantId, id: renewalId })
    : expansionId
      ? await command.manager.findOneBy(Expansion, { tenantId: command.tenantId, id: expansionId })
      : null;
  if (!motion) return;
  motion.dealId = dealId;
  await command.save(motion);
}

/** The deal's contract is signed: its renewal or expansion is won. Deals of new business have none. */
export const closeWon = (command: Command, dealId: string): Promise<void> => close(command, dealId, 'WON');

/** The deal is lost: its renewal or expansion is lost. */
export const closeLost = (command: Command, dealId: string): Promise<void> => close(command, dealId, 'LOST');

async function close(command: Command, dealId: string, status: RenewalStatus): Promise<void> {
  const where = { tenantId: command.tenantId, dealId };
  for (const motion of [
    ...(await command.manager.findBy(Renewal, where)),
    ...(await command.manager.findBy(Expansion, where)),
  ]) {
    if (!renewalStates.may(motion.status, status)) continue;
    motion.status = status;
    await command.save(motion);
  }
}
