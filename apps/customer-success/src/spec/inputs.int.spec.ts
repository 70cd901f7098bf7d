import { unansweredInputs } from '@fivepoint/testing';
import { house } from './house';

describe("customer success's commands", () => {
  const at = house();

  it('are done, or refused in words, whatever comes in', async () => {
    const productId = await at.tell.product();
    const good = async () => {
      const { accountId, renewalId } = await at.signed();
      return {
        renewalId,
        accountId,
        referrerId: accountId,
        // The name says who is referred.
        referredId: null,
        productId,
        expectedVersion: null,
        dueOn: '2027-01-31',
      };
    };
    expect(await unansweredInputs(at.service, good)).toEqual([]);
  });
});
