import { parseLocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import { attainedRows } from './attained-rows';
import type { SumOfAttainment } from './sums-of-attainment';

const period = { startsOn: parseLocalDate('2026-01-01'), endsOn: parseLocalDate('2026-03-31') };
const sum = (over: Partial<SumOfAttainment>): SumOfAttainment => ({
  ...{ key: null, seen: true, target: '0', floor: '0', lineCount: 0, booked: '0', contractCount: 0, collected: '0' },
  ...over,
});

describe('the rows of attainment', () => {
  it('are what one may see, in their order, and beside them what one may not', () => {
    const sums = [
      sum({ key: 'b', target: '70', floor: '30', lineCount: 2, booked: '9', contractCount: 1 }),
      sum({ seen: false, target: '50', floor: '1', lineCount: 1, collected: '4' }),
      sum({ key: 'a', collected: '3' }),
    ];
    const { rows, hidden, total } = attainedRows(sums, 'OWNER', period);
    expect(rows.map(({ key, target, booked, collected }) => [key, target, booked, collected])).toEqual([
      ['b', 70n, 9n, 0n],
      ['a', 0n, 0n, 3n],
    ]);
    expect(hidden).toMatchObject({ key: null, target: 50n, lineCount: 1, collected: 4n });
    expect(total).toEqual({
      ...{ key: null, period, planned: 120n, target: 120n, floor: 31n, lineCount: 3 },
      ...{ booked: 9n, contractCount: 1, collected: 7n },
    });
    expect(attainedRows([sum({ key: 'a' })], 'OWNER', period).hidden).toBeNull();
  });

  it('by month are all of the period, with what their days are of the target', () => {
    const sums = [
      sum({ target: '1000', floor: '90', lineCount: 3 }),
      sum({ key: '2026-03', booked: '5', contractCount: 2, collected: '7' }),
    ];
    const { rows } = attainedRows(sums, 'MONTH', period);
    // 31, 28 and 31 of 90 days: 344.44, 311.11 and 344.44.
    expect(
      rows.map(({ key, target, floor, booked, contractCount, collected, lineCount }) => [
        ...[key, target, floor, booked, contractCount, collected, lineCount],
      ]),
    ).toEqual([
      ['2026-01', 345n, 31n, 0n, 0, 0n, 3],
      ['2026-02', 311n, 28n, 0n, 0, 0n, 3],
      ['2026-03', 344n, 31n, 5n, 2, 7n, 3],
    ]);
    expect(rows[1]?.period).toEqual({ startsOn: '2026-02-01', endsOn: '2026-02-28' });
  });

  describe('of a plan whose targets were rebalanced', () => {
    const overlay = (repId: string, change: bigint, over: object = {}) => ({
      ...{ repId, team: 'north', change, known: true },
      ...over,
    });
    const sums = [
      sum({ key: 'a', target: '700' }),
      sum({ key: 'b', target: '690' }),
      sum({ key: 'c', target: '400' }),
      sum({ seen: false, target: '60' }),
    ];
    const told = (found: ReturnType<typeof attainedRows>) => ({
      rows: found.rows.map(({ key, planned, target }) => [key, planned, target]),
      ...{ total: [found.total.planned, found.total.target], hidden: found.hidden?.target },
      adjustment: found.adjustment,
    });

    it('have of each rep what the viewer may know, the largest first; the rest stands beside them', () => {
      const overlays = [
        ...[overlay('a', 13n), overlay('b', 31n), overlay('c', -90n, { known: false })],
        overlay('d', 5n),
      ];
      expect(told(attainedRows(sums, 'OWNER', period, overlays))).toEqual({
        rows: [
          ['b', 690n, 721n],
          ['a', 700n, 713n],
          ['c', 400n, 400n],
        ],
        ...{ total: [1_850n, 1_809n], hidden: 60n, adjustment: -85n },
      });
    });

    it('have of a team what its reps have together', () => {
      const overlays = [overlay('x', 7n, { team: 'a' }), overlay('y', -19n, { team: 'a' }), overlay('z', 2n)];
      expect(told(attainedRows(sums, 'TEAM', period, overlays))).toMatchObject({
        rows: [
          ['b', 690n, 690n],
          ['a', 700n, 688n],
          ['c', 400n, 400n],
        ],
        ...{ total: [1_850n, 1_840n], adjustment: 2n },
      });
    });

    it('are as planned by line, product and account, for what was changed is of none of them', () => {
      for (const by of ['LINE', 'PRODUCT', 'ACCOUNT'] as const)
        expect(told(attainedRows(sums, by, period, [overlay('a', 40n), overlay('b', -51n)]))).toMatchObject({
          rows: [
            ['a', 700n, 700n],
            ['b', 690n, 690n],
            ['c', 400n, 400n],
          ],
          ...{ total: [1_850n, 1_839n], adjustment: -11n },
        });
    });

    it('by month have of it what their days are of the period', () => {
      const overlays = [overlay('a', 100n), overlay('b', -10n), overlay('c', 1_000n, { known: false })];
      expect(told(attainedRows([sum({ target: '810' })], 'MONTH', period, overlays))).toEqual({
        rows: [
          ['2026-01', 279n, 310n],
          ['2026-02', 252n, 280n],
          ['2026-03', 279n, 310n],
        ],
        ...{ total: [810n, 1_900n], hidden: undefined, adjustment: 1_000n },
      });
    });
  });

  it('and what is hidden are always the total', () => {
    const minor = fc.integer({ min: 0, max: 1_000_000 }).map(String);
    const sums = fc.array(
      fc.record({
        key: fc.constantFrom(null, '2026-01', '2026-02', '2026-03'),
        seen: fc.boolean(),
        ...{ target: minor, floor: minor, booked: minor, collected: minor },
        ...{ lineCount: fc.nat(9), contractCount: fc.nat(9) },
      }),
    );
    const overlays = fc.array(
      fc.record({
        ...{ repId: fc.uuid(), team: fc.constantFrom('2026-01', 'elsewhere') },
        ...{ change: fc.bigInt(-1_000n, 1_000n), known: fc.boolean() },
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(sums, fc.constantFrom('MONTH' as const, 'TEAM' as const), overlays, (some, by, changed) => {
        // What was signed and paid has its month; a target has none.
        const given = some.map((one) => {
          if (by !== 'MONTH') return one;
          return one.key === null
            ? { ...one, booked: '0', collected: '0', contractCount: 0 }
            : { ...one, target: '0', floor: '0', lineCount: 0 };
        });
        const { rows, hidden, total, adjustment } = attainedRows(given, by, period, changed);
        const parts = [...rows, ...(hidden ? [hidden] : [])];
        const change = changed.reduce((all, one) => all + one.change, 0n);
        expect(parts.reduce((all, one) => all + one.target, adjustment)).toBe(total.target);
        expect(total.target).toBe(total.planned + change);
        for (const field of ['planned', 'floor', 'booked', 'collected'] as const) {
          const summed = field === 'planned' ? 'target' : field;
          const whole = given.reduce((all, one) => all + BigInt(one[summed]), 0n);
          expect(parts.reduce((all, one) => all + one[field], 0n)).toBe(whole);
          expect(total[field]).toBe(whole);
        }
        expect(parts.reduce((all, one) => all + one.contractCount, 0)).toBe(total.contractCount);
      }),
    );
  });
});
