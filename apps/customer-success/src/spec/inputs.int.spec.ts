import { uuidv7 } from '@fivepoint/kernel';
import { unansweredInputs } from '@fivepoint/testing';
import { house } from './house';

describe("customer success's commands", () => {
  const at = house();

  it('are done, or refused in words, whatever comes in', async () => {
    const productId = uuidv7();
    await at.service.receive(
      'fivepoint.planning.product-registered.v1',
      { productId, name: '站点电源' },
      { subject: productId },
    );
    const good = async () => {
      const { accountId, renewalId } = await at.signed();
      const referredId = await at.knownAccount('陕西移动');
      return {
        renewalId,
        accountId,
        referrerId: accountId,
        referredId,
        productId,
        expectedVersion: null,
        dueOn: '2027-01-31',
      };
    };
    expect(await unansweredInputs(at.service, good)).toEqual([]);
  });
});
