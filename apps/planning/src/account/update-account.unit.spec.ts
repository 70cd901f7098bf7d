import { levelProblems } from './update-account';

describe('the new level of an account (P04, P06)', () => {
  it('is not below any that stands under it', () => {
    expect(levelProblems('UNIT', [])).toEqual([]);
    expect(levelProblems('CITY', [{ level: 'UNIT' }, { level: 'CITY' }])).toEqual([]);
    expect(levelProblems('UNIT', [{ level: 'UNIT' }, { level: 'CITY' }])).toEqual([
      { path: 'level', message: 'must not be below CITY, the level of an account under it' },
    ]);
  });
});
