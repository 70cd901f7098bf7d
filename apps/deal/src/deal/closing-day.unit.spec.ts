import { closingProblems } from './closing-day';

describe('the day on which a deal ends', () => {
  const today = '2026-06-15';
  const problems = (day: string, openedOn = '2026-06-01') =>
    closingProblems({ openedOn }, 'signedOn', day, today).map(({ path, message }) => `${path} ${message}`);

  it('is any from the one it was opened on to today', () => {
    expect(problems('2026-06-01')).toEqual([]);
    expect(problems('2026-06-15')).toEqual([]);
    expect(problems('2026-06-15', '2026-06-15')).toEqual([]);
  });

  it('is refused a day too early and a day too late, with what would be right', () => {
    expect(problems('2026-05-31')).toEqual(['signedOn must not be before the deal was opened, 2026-06-01']);
    expect(problems('2026-06-16')).toEqual(['signedOn must not be in the future; today is 2026-06-15']);
  });
});
