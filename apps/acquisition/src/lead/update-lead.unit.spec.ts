import { uuidv7 } from '@fivepoint/kernel';
import { updateProblems } from './update-lead';

describe('what may be changed of a lead', () => {
  const [pursuitId, accountId, productId, other] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const nothing = { accountId: null, productId: null };
  const problems = (lead: Parameters<typeof updateProblems>[0], input: Partial<Parameters<typeof updateProblems>[1]>) =>
    updateProblems(lead, { ...nothing, ...input }).map(({ path, message }) => `${path} ${message}`);

  it('is account and product as long as it is under no pursuit', () => {
    const free = { pursuitId: null, accountId, productId };
    expect(problems(free, { accountId: other, productId: other })).toEqual([]);
  });

  it('is neither under a pursuit, which is after this account and product', () => {
    const bound = { pursuitId, accountId, productId };
    expect(problems(bound, {})).toEqual([]);
    expect(problems(bound, { accountId, productId })).toEqual([]);
    expect(problems(bound, { accountId: other })).toEqual([
      `accountId the lead belongs to a pursuit of account ${accountId}; capture another lead instead`,
    ]);
    expect(problems(bound, { productId: other })).toEqual([
      `productId the lead belongs to a pursuit for product ${productId}; capture another lead instead`,
    ]);
  });
});
