import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { linkDeal } from '../lead/link-deal';

/** deal → acquisition: the lead remembers its deal; a deal of other origin has none. */
export const onDealOpened = on(
  'fivepoint.deal.deal-opened.v1',
  async (command: Command, { data: { dealId, leadId } }) =>
    leadId ? linkDeal(command, { leadId, dealId }) : undefined,
);
