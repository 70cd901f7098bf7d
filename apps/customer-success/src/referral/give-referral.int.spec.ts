import { uuidv7 } from '@fivepoint/kernel';
import { house, refer, rep } from '../spec/house';

describe('a referral', () => {
  const at = house();

  it('reaches acquisition once for its idempotency key, in a new turn', async () => {
    const { accountId, event } = await at.signed();
    const input = {
      referrerId: accountId,
      referredName: '长沙市轨道交通',
      idempotencyKey: `referral-${accountId}`,
    };
    const first = await at.run(refer, input);
    expect(await at.run(refer, input)).toEqual(first);
    const handoffs = (await at.service.published('fivepoint.customer-success.referral-given.v1')).filter(
      ({ key }) => key === accountId,
    );
    expect(handoffs).toHaveLength(1);
    expect(handoffs[0]).toMatchObject({
      parentCorrelationId: event.correlationId,
      data: { referrerAccountId: accountId, referredAccountId: null, referredName: '长沙市轨道交通', ownerId: rep },
    });
  });

  it('takes the name of an account that we have, and refuses what makes no sense', async () => {
    const [referrerId, referredId] = [await at.knownAccount(), await at.knownAccount('陕西移动')];
    expect(await at.run(refer, { referrerId, referredId })).toMatchObject({
      __typename: 'Referral',
      referredName: '陕西移动',
    });
    expect(await at.run(refer, { referrerId })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'referredName' }],
    });
    expect(await at.run(refer, { referrerId, referredName: 'x'.repeat(201), need: '' })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'referredName' }, { path: 'need' }],
    });
    expect(await at.run(refer, { referrerId, referredId: referrerId })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'referredId' }],
    });
    expect(await at.run(refer, { referrerId, referredId, referredName: '陕西移动' })).toEqual({
      __typename: 'InvalidInput',
      problems: [
        {
          path: 'referredName',
          message: 'give either referredId or referredName: the account says already what it is called',
        },
      ],
    });
    const unknown = uuidv7();
    expect(await at.run(refer, { referrerId, referredName: '长沙', productId: unknown })).toEqual({
      __typename: 'NotFound',
      entity: 'Product',
      id: unknown,
    });
  });

  it('tells nobody of an account that the caller cannot see, nor its name', async () => {
    const [mine, theirs] = [await at.signed(), await at.knownAccount('陕西移动')];
    const input = { referrerId: mine.accountId, referredId: theirs };
    expect(await at.run(refer, input, await at.stranger())).toEqual({
      __typename: 'NotFound',
      entity: 'Account',
      id: mine.accountId,
    });
  });
});
