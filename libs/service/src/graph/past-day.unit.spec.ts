import { earliestPastDay, notYetProblems, pastDayProblems } from './past-day';

describe('the day of something that has happened', () => {
  const today = '2026-11-24';
  const messages = (...args: Parameters<typeof pastDayProblems>) =>
    pastDayProblems(...args).map(({ path, message }) => `${path} ${message}`);

  it('lies between 2000-01-01 and today, both included', () => {
    expect(messages('receivedOn', '2000-01-01', today)).toEqual([]);
    expect(messages('receivedOn', '2026-11-24', today)).toEqual([]);
    expect(messages('receivedOn', '1999-12-31', today)).toEqual(['receivedOn must not be before 2000-01-01']);
    expect(messages('receivedOn', '0001-01-01', today)).toEqual(['receivedOn must not be before 2000-01-01']);
    expect(messages('receivedOn', '2026-11-25', today)).toEqual([
      'receivedOn must not be in the future; today is 2026-11-24',
    ]);
  });

  it('lies between 1900-01-01 and today in recorded history, and may be missing', () => {
    expect(messages('openedOn', '1900-01-01', today, earliestPastDay)).toEqual([]);
    expect(messages('openedOn', '1899-12-31', today, earliestPastDay)).toEqual([
      'openedOn must not be before 1900-01-01',
    ]);
    for (const absent of [null, undefined]) expect(messages('openedOn', absent, today, earliestPastDay)).toEqual([]);
  });

  it('is not to come, whatever its earliest is', () => {
    const paths = (day: string | null) => notYetProblems('lostOn', day, today).map(({ path }) => path);
    expect([paths('0001-01-01'), paths(today), paths(null)]).toEqual([[], [], []]);
    expect(paths('2026-11-25')).toEqual(['lostOn']);
  });
});
