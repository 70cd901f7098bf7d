import type { LocalDate } from '@fivepoint/kernel';
import { pastDayProblems } from './past-day';

describe('the day of something that has happened', () => {
  it('lies between 2000-01-01 and today, both included', () => {
    const messages = (day: string) =>
      pastDayProblems('receivedOn', day as LocalDate, '2026-11-24' as LocalDate).map(({ message }) => message);
    expect(messages('2000-01-01')).toEqual([]);
    expect(messages('2026-11-24')).toEqual([]);
    expect(messages('1999-12-31')).toEqual(['must not be before 2000-01-01']);
    expect(messages('0001-01-01')).toEqual(['must not be before 2000-01-01']);
    expect(messages('2026-11-25')).toEqual(['must not be in the future; today is 2026-11-24']);
  });
});
