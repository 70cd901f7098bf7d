import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { recordDealOutcome } from '../lead/record-deal-outcome';

/** deal → acquisition: the lead's deal is lost; its pursuit is open again when no other opportunity is under way. */
export const onDealLost = on('fivepoint.deal.deal-lost.v1', async (command: Command, { data: { leadId, lostOn } }) =>
  leadId ? recordDealOutcome(command, { leadId }, 'LOST', lostOn) : undefined,
);
