import { AccountLevel, mayStandAbove } from './account.levels';

const levels = Object.keys(AccountLevel) as AccountLevel[];

describe('the levels of accounts (P04, P06)', () => {
  it('go from the group to the unit, and a parent is never lower than its child', () => {
    expect(levels).toEqual(['GROUP', 'PROVINCE', 'CITY', 'UNIT']);
    for (const [high, parent] of levels.entries())
      for (const [low, child] of levels.entries()) expect(mayStandAbove(parent, child)).toBe(high <= low);
  });
});
