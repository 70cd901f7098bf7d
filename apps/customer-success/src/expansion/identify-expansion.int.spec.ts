import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';
import { expand, house, moreNeed, rep } from '../spec/house';

describe('identifying an expansion', () => {
  const at = house();

  it('hands it to deal in a new turn, with the owner of the account', async () => {
    const { accountId, event } = await at.signed();
    const expansion = await at.run(expand, { accountId, ...moreNeed });
    expect(expansion).toMatchObject({ __typename: 'Expansion', status: 'IDENTIFIED' });
    const [handoff] = (await at.service.published('fivepoint.customer-success.expansion-identified.v1')).filter(
      ({ subject }) => subject === expansion.id,
    );
    expect(handoff).toMatchObject({
      key: accountId,
      correlationId: expansion['correlationId'],
      parentCorrelationId: event.correlationId,
      data: { ownerId: rep, team: 'north', dueOn: '2027-01-31' },
    });
  });

  it('needs an account that is known, and that the caller sees', async () => {
    const refused = (id: string) => ({ __typename: 'NotFound', entity: 'Account', id });
    const unknown = uuidv7();
    expect(await at.run(expand, { accountId: unknown, ...moreNeed })).toEqual(refused(unknown));
    const theirs = await at.knownAccount('陕西移动');
    expect(await at.run(expand, { accountId: theirs, ...moreNeed }, await at.stranger())).toEqual(refused(theirs));
  });

  it('needs a product that is known, an amount, and a day that can be meant', async () => {
    const { accountId } = await at.signed();
    const unknown = uuidv7();
    expect(await at.run(expand, { accountId, ...moreNeed, productId: unknown })).toEqual({
      __typename: 'NotFound',
      entity: 'Product',
      id: unknown,
    });
    expect(await at.run(expand, { accountId, ...moreNeed, amount: cny('0'), dueOn: '0001-01-01' })).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'dueOn' }, { path: 'amount' }],
    });
  });
});
