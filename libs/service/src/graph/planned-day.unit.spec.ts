import type { LocalDate } from '@fivepoint/kernel';
import { plannedDayProblems } from './planned-day';

describe('the day of something planned', () => {
  const problems = (day?: string | null) => plannedDayProblems('dueOn', day, '2026-06-15' as LocalDate);

  it.each([undefined, null, '2000-01-01', '2026-06-15', '2036-06-15'])('may be %s', (day) =>
    expect(problems(day)).toEqual([]),
  );

  it.each(['0001-01-01', '1999-12-31', '2036-06-16', '9999-12-31'])('is not %s', (day) =>
    expect(problems(day)).toEqual([
      { path: 'dueOn', message: 'must be from 2000-01-01 to 2036-06-15, ten years from today' },
    ]),
  );
});
