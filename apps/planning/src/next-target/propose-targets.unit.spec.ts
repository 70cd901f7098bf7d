import fc from 'fast-check';
import { type AccountPotential, type DraftedTarget, proposeTargets, type Sale } from './propose-targets';

const account = (over: Partial<AccountPotential> = {}): AccountPotential => ({
  accountId: 'acme',
  attainable: 3_600n,
  drivers: [{ productId: 'gate', amount: 12_000n }],
  horizonDays: 365,
  ...over,
});
const of = (
  accounts: readonly AccountPotential[],
  {
    drafted = [],
    sales = [],
    fixed = {},
    days = 365,
  }: { drafted?: DraftedTarget[]; sales?: Sale[]; fixed?: Record<string, bigint>; days?: number } = {},
) =>
  proposeTargets(accounts, drafted, sales, new Map(Object.entries(fixed)), days).map((one) => [
    one.accountId,
    one.productId,
    one.target,
    one.refusalReason,
  ]);
const line = (productId: string, target: bigint, accountId = 'acme') => ({ accountId, productId, target });

describe('the targets of the next period', () => {
  it('start from what is attainable, not from what was sold', () => {
    const sales = [{ accountId: 'acme', productId: 'gate', amount: 9_999n }];
    expect(of([account()], { sales })).toEqual([['acme', 'gate', 3_600n, null]]);
    expect(proposeTargets([account()], [], sales, new Map(), 365)[0]).toMatchObject({ lastActual: 9_999n });
  });

  it('are split by what the drivers of each product add, exactly', () => {
    const drivers = [
      { productId: 'gate', amount: 1n },
      { productId: 'hub', amount: 1n },
      { productId: 'switch', amount: 1n },
    ];
    expect(of([account({ attainable: 100n, drivers })])).toEqual([
      ['acme', 'gate', 34n, null],
      ['acme', 'hub', 33n, null],
      ['acme', 'switch', 33n, null],
    ]);
  });

  it('are of the period: a half year has its days of the potential', () => {
    expect(of([account()], { days: 181 })).toEqual([['acme', 'gate', 1_785n, null]]);
  });

  it('stay empty where they would rest on the last actual alone, and say so', () => {
    const sales = [{ accountId: 'acme', productId: 'gate', amount: 500n }];
    const nobody = account({ attainable: null, drivers: [] });
    expect(of([nobody], { sales })).toEqual([['acme', 'gate', null, 'NO_POTENTIAL']]);
    expect(of([nobody], { drafted: [line('gate', 400n)] })).toEqual([['acme', 'gate', null, 'NO_POTENTIAL']]);
    // Another product of an account whose potential is known for one only.
    expect(of([account()], { sales: [{ accountId: 'acme', productId: 'hub', amount: 5n }] })).toEqual([
      ['acme', 'gate', 3_600n, null],
      ['acme', 'hub', null, 'NO_POTENTIAL'],
    ]);
    expect(of([account({ attainable: 0n })])).toEqual([['acme', 'gate', null, 'NOTHING_ATTAINABLE']]);
    expect(of([nobody])).toEqual([]);
  });

  it('take a potential without product for the only drafted product without one, and never guess', () => {
    const drivers = [
      { productId: 'gate', amount: 100n },
      { productId: null, amount: 300n },
    ];
    const general = account({ attainable: 400n, drivers });
    expect(of([general], { drafted: [line('gate', 1n), line('hub', 1n)] })).toEqual([
      ['acme', 'gate', 100n, null],
      ['acme', 'hub', 300n, null],
    ]);
    for (const drafted of [[], [line('hub', 1n), line('switch', 1n)]])
      expect(of([general], { drafted })).toContainEqual(['acme', null, null, 'NO_PRODUCT']);
  });

  it('add up to a fixed target with the lines that get none', () => {
    const others = [
      account({ accountId: 'acme', attainable: 100n }),
      account({ accountId: 'beta', attainable: 100n }),
      account({ accountId: 'cargo', attainable: 100n }),
      account({ accountId: 'delta', attainable: null, drivers: [] }),
    ];
    const drafted = [line('gate', 100n, 'delta'), line('gate', 7n, 'acme')];
    expect(of(others, { drafted, fixed: { gate: 1_100n } })).toEqual([
      ['acme', 'gate', 334n, null],
      ['beta', 'gate', 333n, null],
      ['cargo', 'gate', 333n, null],
      ['delta', 'gate', null, 'NO_POTENTIAL'],
    ]);
    expect(of(others, { drafted, fixed: { gate: 90n } })[0]).toEqual(['acme', 'gate', null, 'PRODUCT_TARGET_TAKEN']);
    expect(of(others, { drafted, fixed: { gate: 102n } }).map(([, , target]) => target)).toEqual([1n, 1n, null, null]);
  });

  it('add up whatever the accounts, and never come from a sale', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const product = fc.constantFrom('gate', 'hub', 'switch');
    const anyAccount = fc.record({
      attainable: fc.option(amount),
      drivers: fc.array(fc.record({ productId: fc.option(product), amount }), { maxLength: 4 }),
      sold: fc.array(fc.record({ productId: product, amount }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 6 }), amount, (many, whole) => {
        const accounts = many.map(({ attainable, drivers }, index) =>
          account({ accountId: String(index), attainable, drivers }),
        );
        const sales = many.flatMap(({ sold }, index) => sold.map((sale) => ({ ...sale, accountId: String(index) })));
        const proposals = proposeTargets(accounts, [], sales, new Map([['gate', whole]]), 365);
        const gates = proposals.filter(({ productId, attainable }) => productId === 'gate' && (attainable ?? 0n) > 0n);
        if (gates.length > 0) expect(gates.reduce((sum, { target }) => sum + (target ?? 0n), 0n)).toBe(whole);
        for (const { target, attainable, refusalReason } of proposals) {
          expect(target === null).toBe(refusalReason !== null);
          if (attainable === null) expect(target).toBeNull();
        }
      }),
    );
  });
});
