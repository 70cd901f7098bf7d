import { AccountLevel, mayStandAbove } from './account.levels';
import { parentProblems } from './hierarchy';
import { levelProblems } from './update-account';

const levels = Object.keys(AccountLevel) as AccountLevel[];

describe('the levels of accounts (P04, P06)', () => {
  it('go from the group to the unit, and a parent is never lower than its child', () => {
    expect(levels).toEqual(['GROUP', 'PROVINCE', 'CITY', 'UNIT']);
    for (const [high, parent] of levels.entries())
      for (const [low, child] of levels.entries()) {
        expect(mayStandAbove(parent, child)).toBe(high <= low);
        expect(parentProblems({ level: parent, name: 'P' }, child).length === 0).toBe(high <= low);
        expect(levelProblems(parent, [{ level: child }]).length === 0).toBe(high <= low);
      }
  });

  it('are free where there is no parent and no child', () => {
    expect(parentProblems(null, 'GROUP')).toEqual([]);
    expect(levelProblems('UNIT', [])).toEqual([]);
  });
});
