import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { recordDealOutcome } from '../lead/record-deal-outcome';
import { winPlanLine } from '../pursuit/win-plan-line';

/** deal → acquisition: the lead's deal is won, and so is the pursuit of the contract's plan line. */
export const onContractSigned = on('fivepoint.deal.contract-signed.v1', async (command: Command, { data }) => {
  const refused = await recordDealOutcome(command, { dealId: data.dealId }, 'WON', data.signedOn);
  if (refused) return refused;
  if (data.planLineId) await winPlanLine(command, data.planLineId, data.signedOn);
  return undefined;
});
