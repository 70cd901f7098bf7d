import { addDays, type LocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import { ageing, bucketOf } from './ageing';

const asOf = '2026-11-24' as LocalDate;
const due = (daysPastDue: number, minor: bigint, currency = 'CNY') => ({
  currency,
  dueOn: addDays(asOf, -daysPastDue),
  minor,
  instalments: 1,
});

describe('the ageing of receivables', () => {
  it('counts whole days past due: ≤ 0 current, 1–30, 31–60, 61–90, over 90', () => {
    const days = [-400, 0, 1, 30, 31, 60, 61, 90, 91, 4000];
    expect(days.map((day) => bucketOf(day))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('names the range of each bucket and keeps credit and suspense as lines of their own', () => {
    const [table] = ageing(
      asOf,
      [due(-10, 100n), due(0, 1n), due(30, 20n), due(45, 3n), due(91, 4n)],
      [
        { currency: 'CNY', minor: 70n },
        { currency: 'CNY', minor: 7n },
      ],
      [{ currency: 'CNY', minor: 9n }],
    );
    expect(table?.buckets.map(({ fromDays, toDays }) => [fromDays, toDays])).toEqual([
      [null, 0],
      [1, 30],
      [31, 60],
      [61, 90],
      [91, null],
    ]);
    expect(table?.buckets.map(({ outstanding, instalmentCount }) => [outstanding.minor, instalmentCount])).toEqual([
      [101n, 2],
      [20n, 1],
      [3n, 1],
      [0n, 0],
      [4n, 1],
    ]);
    expect(table?.outstanding.minor).toBe(128n);
    expect(table?.unappliedCredit.minor).toBe(77n);
    expect(table?.suspense.minor).toBe(9n);
  });

  it('keeps currencies apart, and has a table for one that has credit only', () => {
    const tables = ageing(asOf, [due(1, 5n, 'USD'), due(1, 7n)], [{ currency: 'JPY', minor: 3n }], []);
    expect(tables.map(({ currency, outstanding }) => [currency, outstanding.minor])).toEqual([
      ['CNY', 7n],
      ['JPY', 0n],
      ['USD', 5n],
    ]);
  });

  it('has buckets that sum to the outstanding exactly, for any receivables and any bounds', () => {
    const rows = fc.array(
      fc.record({
        days: fc.integer({ min: -4000, max: 4000 }),
        minor: fc.bigInt({ min: 1n, max: 10n ** 15n }),
        currency: fc.constantFrom('CNY', 'USD', 'KWD'),
      }),
      { maxLength: 60 },
    );
    const bounds = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, bounds, (receivables, lastDays) => {
        const open = receivables.map(({ days, minor, currency }) => due(days, minor, currency));
        const tables = ageing(
          asOf,
          open,
          [],
          [],
          lastDays.sort((a, b) => a - b),
        );
        for (const { currency, outstanding, buckets } of tables) {
          const inBuckets = buckets.reduce((sum, bucket) => sum + bucket.outstanding.minor, 0n);
          const there = open.filter((row) => row.currency === currency);
          expect(inBuckets).toBe(there.reduce((sum, { minor }) => sum + minor, 0n));
          expect(outstanding.minor).toBe(inBuckets);
          expect(buckets.reduce((sum, { instalmentCount }) => sum + instalmentCount, 0)).toBe(there.length);
        }
        expect(tables.length).toBe(new Set(open.map(({ currency }) => currency)).size);
      }),
    );
  });
});
