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
      ...{ key: null, period, target: 120n, floor: 31n, lineCount: 3 },
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
    fc.assert(
      fc.property(sums, fc.constantFrom('MONTH' as const, 'TEAM' as const), (some, by) => {
        // What was signed and paid has its month; a target has none.
        const given = some.map((one) => {
          if (by !== 'MONTH') return one;
          return one.key === null
            ? { ...one, booked: '0', collected: '0', contractCount: 0 }
            : { ...one, target: '0', floor: '0', lineCount: 0 };
        });
        const { rows, hidden, total } = attainedRows(given, by, period);
        const parts = [...rows, ...(hidden ? [hidden] : [])];
        for (const field of ['target', 'floor', 'booked', 'collected'] as const) {
          const whole = given.reduce((all, one) => all + BigInt(one[field]), 0n);
          expect(parts.reduce((all, one) => all + one[field], 0n)).toBe(whole);
          expect(total[field]).toBe(whole);
        }
        expect(parts.reduce((all, one) => all + one.contractCount, 0)).toBe(total.contractCount);
      }),
    );
  });
});
