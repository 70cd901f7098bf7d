import { lossProblems } from './lose-deal';

describe('losing a deal', () => {
  const problems = (reason: string, lostOn = '2026-06-15') =>
    lossProblems({ openedOn: '2026-06-01' }, { reason, lostOn, today: '2026-06-15' }).map(
      ({ path, message }) => `${path} ${message}`,
    );

  it('takes a reason that says something', () => {
    expect(problems('太贵了')).toEqual([]);
    expect(problems('贵了')).toEqual(['reason must say in at least 3 characters why the deal was lost']);
  });

  it('happened on a day that can be; both problems are told at once', () => {
    expect(problems('', '2026-06-16')).toEqual([
      'lostOn must not be in the future; today is 2026-06-15',
      'reason must say in at least 3 characters why the deal was lost',
    ]);
  });
});
