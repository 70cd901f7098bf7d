import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { closeLost } from '../renewal/follow-deal';

/** deal → customer-success: a renewal or expansion whose deal is lost is lost. */
export const onDealLost = on('fivepoint.deal.deal-lost.v1', async (command: Command, { data }) => {
  await closeLost(command, data.dealId);
});
