import { monthAt, monthsOf } from './months';

describe("the months of a plan's period", () => {
  it('are those of the calendar, whole but for the first and the last', () => {
    expect(monthsOf({ startsOn: '2025-11-30', endsOn: '2026-02-01' })).toEqual([
      '2025-11-30',
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
    ]);
    expect(monthsOf({ startsOn: '2026-03-31', endsOn: '2026-03-31' })).toEqual(['2026-03-31']);
  });

  it('count from the one in which it starts', () => {
    expect(['2026-01-31', '2026-02-01', '2027-01-01'].map((day) => monthAt(day, '2026-01-31'))).toEqual([0, 1, 12]);
  });
});
