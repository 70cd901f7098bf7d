import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { Lead } from '../lead/lead';
import { recordDealOutcome } from '../lead/record-deal-outcome';

/** deal → acquisition: the lead's deal is lost; its pursuit is open again when no other opportunity is under way. */
export const onDealLost = on('fivepoint.deal.deal-lost.v1', async (command: Command, { data }) => {
  if (!data.leadId) return undefined;
  const lead = await command.lock(Lead, data.leadId);
  if (!(lead instanceof Lead)) return lead;
  await recordDealOutcome(command, lead, 'LOST', data.lostOn);
  return undefined;
});
