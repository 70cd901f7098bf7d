import { on } from '@fivepoint/messaging';
import { type Command, notKnownYet } from '@fivepoint/service';
import { openDeal } from '../deal/open-deal';

/** customer-success → deal: a renewal is already verified; its deal begins before the bid. */
export const onRenewalIdentified = on(
  'fivepoint.customer-success.renewal-identified.v1',
  async (command: Command, { data, origin }) => {
    if (origin === 'import') return undefined;
    const missing = await notKnownYet(command, 'account', data.accountId);
    if (missing) return missing;
    await openDeal(command, {
      kind: 'RENEWAL',
      stage: 'PRE_BID',
      accountId: data.accountId,
      productId: data.productId,
      planLineId: data.planLineId,
      renewalId: data.renewalId,
      amount: data.amount,
      expectedCloseOn: data.dueOn,
      ownerId: data.ownerId,
      team: data.team,
    });
    return undefined;
  },
);
