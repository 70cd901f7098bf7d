import { latestOfEachSkill } from './skill-assessment';

describe('a row of the capability matrix (P35)', () => {
  it('has of each skill the last word', () => {
    const word = (skillId: string, level: number) => ({ skillId, level });
    const found = latestOfEachSkill([word('a', 1), word('b', 4), word('a', 3), word('c', 0), word('b', 2)]);
    expect(found).toEqual([word('a', 3), word('b', 2), word('c', 0)]);
    expect(latestOfEachSkill([])).toEqual([]);
  });
});
