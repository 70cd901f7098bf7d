import { captureProblems } from './capture-lead';
import { updateProblems } from './update-lead';

const account = '019b8b80-0000-7000-8000-000000000011';
const other = '019b8b80-0000-7000-8000-000000000012';
const product = '019b8b80-0000-7000-8000-000000000020';
const paths = (problems: { path: string }[]) => problems.map(({ path }) => path);

describe('what a lead may say when it is captured', () => {
  it('is anything, where no pursuit stands behind it', () => {
    expect(captureProblems({ accountId: null, productId: null }, null)).toEqual([]);
    expect(captureProblems({ accountId: account, productId: product }, null)).toEqual([]);
  });

  it('is nothing else than its pursuit says', () => {
    const pursuit = { accountId: account, productId: product, status: 'OPEN' as const };
    expect(captureProblems({ accountId: account, productId: product }, pursuit)).toEqual([]);
    expect(captureProblems({ accountId: null, productId: null }, pursuit)).toEqual([]);
    expect(paths(captureProblems({ accountId: other, productId: other }, pursuit))).toEqual(['accountId', 'productId']);
  });
});

describe('the pursuit of a lead', () => {
  it.each(['OPEN', 'QUALIFIED', 'WON'] as const)('may be %s', (status) => {
    expect(
      captureProblems({ accountId: null, productId: null }, { accountId: account, productId: product, status }),
    ).toEqual([]);
  });

  it('is none that was withdrawn', () => {
    const pursuit = { accountId: account, productId: product, status: 'WITHDRAWN' as const };
    expect(paths(captureProblems({ accountId: null, productId: null }, pursuit))).toEqual(['pursuitId']);
  });
});

describe('what may be added to a lead', () => {
  it('is an account and a product, as long as no pursuit says which', () => {
    const lead = { pursuitId: null, accountId: account, productId: null };
    expect(updateProblems(lead, { accountId: other, productId: product })).toEqual([]);
  });

  it('is no other account and product than its pursuit has', () => {
    const lead = { pursuitId: other, accountId: account, productId: product };
    expect(updateProblems(lead, { accountId: account, productId: product })).toEqual([]);
    expect(paths(updateProblems(lead, { accountId: other, productId: other }))).toEqual(['accountId', 'productId']);
  });
});
