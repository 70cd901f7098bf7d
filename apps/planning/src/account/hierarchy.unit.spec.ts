import { parentProblems } from './hierarchy';

describe('the parent of an account (P04, P06)', () => {
  it('is none, or one of the same level or higher', () => {
    expect(parentProblems(null, 'GROUP')).toEqual([]);
    expect(parentProblems({ level: 'CITY', name: '长沙移动' }, 'CITY')).toEqual([]);
    expect(parentProblems({ level: 'GROUP', name: '中国移动' }, 'UNIT')).toEqual([]);
  });

  it('is none of a lower level, and the refusal names it', () => {
    expect(parentProblems({ level: 'UNIT', name: '湖南移动' }, 'CITY')).toEqual([
      { path: 'parentId', message: '湖南移动 is of level UNIT and cannot stand above level CITY' },
    ]);
  });
});
