import { on } from '@fivepoint/messaging';
import { type Command, notKnownYet } from '@fivepoint/service';
import { openDeal } from '../deal/open-deal';

/** customer-success → deal: an expansion is already verified; its deal begins before the bid. */
export const onExpansionIdentified = on(
  'fivepoint.customer-success.expansion-identified.v1',
  async (command: Command, { data, origin }) => {
    if (origin === 'import') return undefined;
    const missing = await notKnownYet(command, 'account', data.accountId);
    if (missing) return missing;
    await openDeal(command, {
      kind: 'EXPANSION',
      stage: 'PRE_BID',
      accountId: data.accountId,
      productId: data.productId,
      planLineId: data.planLineId,
      expansionId: data.expansionId,
      amount: data.amount,
      expectedCloseOn: data.dueOn,
      ownerId: data.ownerId,
      team: data.team,
    });
    return undefined;
  },
);
