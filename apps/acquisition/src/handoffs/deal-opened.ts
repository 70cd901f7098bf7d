import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { Lead } from '../lead/lead';

/** deal → acquisition: the lead remembers its deal, because the contract will name the deal only. */
export const onDealOpened = on('fivepoint.deal.deal-opened.v1', async (command: Command, { data }) => {
  if (!data.leadId) return undefined;
  const lead = await command.lock(Lead, data.leadId);
  if (!(lead instanceof Lead)) return lead;
  lead.dealId = data.dealId;
  await command.save(lead);
  return undefined;
});
