import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { linkDeal } from '../renewal/follow-deal';

/** deal → customer-success: the deal that a renewal or an expansion has led to, so that its end is known here. */
export const onDealOpened = on('fivepoint.deal.deal-opened.v1', async (command: Command, { data }) => {
  await linkDeal(command, data);
});
