import { on } from '@fivepoint/messaging';
import { type Command, notKnownYet } from '@fivepoint/service';
import { openDeal } from '../deal/open-deal';

/** acquisition → deal: a qualified opportunity (BANT met) becomes a deal that has still to be verified. */
export const onOpportunityQualified = on(
  'fivepoint.acquisition.opportunity-qualified.v1',
  async (command: Command, { data, origin }) => {
    if (origin === 'import') return undefined;
    const missing = await notKnownYet(command, 'account', data.accountId);
    if (missing) return missing;
    await openDeal(command, {
      kind: 'NEW',
      stage: 'VERIFY',
      accountId: data.accountId,
      productId: data.productId,
      planLineId: data.planLineId,
      leadId: data.leadId,
      purchasePattern: data.scenario,
      amount: data.expectedAmount,
      expectedCloseOn: data.expectedClose,
      ownerId: data.ownerId,
      team: data.team,
    });
    return undefined;
  },
);
