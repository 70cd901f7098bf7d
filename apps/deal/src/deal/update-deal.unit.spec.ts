import { uuidv7 } from '@fivepoint/kernel';
import { updateProblems } from './update-deal';

describe('what may be changed of a deal', () => {
  const [accountId, productId, other, id] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const recorded = { leadId: null, renewalId: null, expansionId: null, planLineId: null, accountId, productId };
  const problems = (deal: object, input: object) =>
    updateProblems({ ...recorded, ...deal }, { accountId: null, productId: null, ...input }).map(
      ({ path, message }) => `${path} ${message}`,
    );

  it('is account and product where nothing led to it: recorded history', () => {
    expect(problems({}, { accountId: other, productId: other })).toEqual([]);
    expect(problems({ accountId: null, productId: null }, { accountId: other, productId: other })).toEqual([]);
  });

  it.each([
    ['leadId', 'lead'],
    ['renewalId', 'renewal'],
    ['expansionId', 'expansion'],
  ])('is no account where a %s says whose it is', (field, what) => {
    expect(problems({ [field]: id }, {})).toEqual([]);
    expect(problems({ [field]: id }, { accountId, productId: other })).toEqual([]);
    expect(problems({ [field]: id }, { accountId: other })).toEqual([
      `accountId the deal came from the ${what} of account ${accountId}; capture another lead instead`,
    ]);
  });

  it('is no product where it counts for a plan line, and never an amount below zero', () => {
    expect(problems({ planLineId: id }, { productId, amountNegative: false })).toEqual([]);
    expect(problems({ planLineId: id }, { productId: other, amountNegative: true })).toEqual([
      `productId the deal counts for a plan line of product ${productId}; leave it out`,
      'amount must not be negative',
    ]);
  });
});
