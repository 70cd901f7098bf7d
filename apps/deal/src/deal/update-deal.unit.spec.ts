import { uuidv7 } from '@fivepoint/kernel';
import { updateProblems } from './update-deal';

describe('what may be changed of a deal', () => {
  const [accountId, productId, other, id] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const recorded = { planLineId: null, accountId, productId };
  const problems = (deal: object, input: object) =>
    updateProblems({ ...recorded, ...deal }, { accountId: null, productId: null, ...input }).map(
      ({ path, message }) => `${path} ${message}`,
    );

  it('is the account that history did not name, and the product', () => {
    expect(problems({ accountId: null, productId: null }, { accountId: other, productId: other })).toEqual([]);
    expect(problems({}, { productId: other })).toEqual([]);
  });

  it('is never an account that it has: also not of recorded history', () => {
    expect(problems({}, { accountId })).toEqual([]);
    expect(problems({}, { accountId: other })).toEqual([
      `accountId the deal stays with account ${accountId}; leave accountId out, and capture a lead for another account`,
    ]);
  });

  it('is no product where it counts for a plan line', () => {
    expect(problems({ planLineId: id }, { productId })).toEqual([]);
    expect(problems({ planLineId: id }, { productId: other })).toEqual([
      `productId the deal counts for a plan line of product ${productId}; leave it out`,
    ]);
  });
});
