import { on, wait } from '@fivepoint/messaging';
import { type Command, known } from '@fivepoint/service';
import { openDeal } from '../deal/open-deal';

/** acquisition → deal: a qualified opportunity (BANT met) becomes a deal that has still to be verified. */
export const onOpportunityQualified = on(
  'fivepoint.acquisition.opportunity-qualified.v1',
  async (command: Command, { data }) => {
    if (!(await known(command.manager, command.tenantId, 'account', data.accountId)))
      return wait(`account ${data.accountId} is not known here yet`, { on: data.accountId });
    await openDeal(command, {
      kind: 'NEW',
      stage: 'VERIFY',
      accountId: data.accountId,
      productId: data.productId,
      planLineId: data.planLineId,
      leadId: data.leadId,
      purchasePattern: data.scenario,
      amount: data.expectedAmount,
      expectedClose: data.expectedClose,
      ownerId: data.ownerId,
      team: data.team,
    });
    return undefined;
  },
);
