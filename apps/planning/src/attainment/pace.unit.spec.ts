import { addDays, type LocalDate, parseLocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import { elapsedOf, expectedOf, monthPeriodsOf } from './pace';

const period = (startsOn: string, endsOn: string) => ({
  startsOn: parseLocalDate(startsOn),
  endsOn: parseLocalDate(endsOn),
});
const day = parseLocalDate;

describe('the pace of a plan', () => {
  it.each([
    ['2026-06-15', 166, 365],
    ['2025-12-31', 0, 365],
    ['2026-01-01', 1, 365],
    ['2026-12-30', 364, 365],
    ['2026-12-31', 365, 365],
    ['2027-03-01', 365, 365],
  ])('counts whole days: at the end of %s %d of %d', (asOf, elapsedDays, periodDays) => {
    expect(elapsedOf(period('2026-01-01', '2026-12-31'), day(asOf))).toEqual({ elapsedDays, periodDays });
  });

  it('counts the day of a period of one day, and 29 February', () => {
    expect(elapsedOf(period('2026-05-07', '2026-05-07'), day('2026-05-07'))).toEqual({ elapsedDays: 1, periodDays: 1 });
    expect(elapsedOf(period('2028-02-01', '2028-03-31'), day('2028-02-29')).elapsedDays).toBe(29);
  });

  it('expects of a target what has passed of the days, rounded once, half away from zero', () => {
    expect(expectedOf(150_000_000n, { elapsedDays: 166, periodDays: 365 })).toBe(68_219_178n);
    expect(expectedOf(1n, { elapsedDays: 1, periodDays: 2 })).toBe(1n);
    expect(expectedOf(1n, { elapsedDays: 1, periodDays: 3 })).toBe(0n);
    expect(expectedOf(777n, { elapsedDays: 0, periodDays: 30 })).toBe(0n);
  });
});

describe('the months of a period', () => {
  it('are calendar months, the first and the last as far as it goes', () => {
    expect(monthPeriodsOf(period('2026-01-20', '2026-03-05'))).toEqual([
      period('2026-01-20', '2026-01-31'),
      period('2026-02-01', '2026-02-28'),
      period('2026-03-01', '2026-03-05'),
    ]);
    expect(monthPeriodsOf(period('2026-04-03', '2026-04-09'))).toEqual([period('2026-04-03', '2026-04-09')]);
    expect(monthPeriodsOf(period('2026-11-30', '2026-12-31'))).toEqual([
      period('2026-11-30', '2026-11-30'),
      period('2026-12-01', '2026-12-31'),
    ]);
  });

  it('have every day of it once', () => {
    const days = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(days, days, (from, length) => {
        const startsOn = addDays(day('2024-01-01'), from);
        const endsOn = addDays(startsOn, length);
        const months = monthPeriodsOf({ startsOn, endsOn });
        expect(months[0]?.startsOn).toBe(startsOn);
        expect(months.at(-1)?.endsOn).toBe(endsOn);
        for (const [index, month] of months.entries()) {
          expect(month.startsOn.slice(0, 7)).toBe(month.endsOn.slice(0, 7));
          expect(month.startsOn <= month.endsOn).toBe(true);
          const before = months[index - 1];
          if (before) expect(addDays(before.endsOn, 1)).toBe(month.startsOn as LocalDate);
        }
      }),
    );
  });
});
