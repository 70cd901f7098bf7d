import { Absences } from './take-over';

describe('an instance', () => {
  it('is dead when it is missing in two looks, one after the other', () => {
    const absences = new Absences();
    expect(absences.deadAmong([1, 2])).toEqual([]);
    expect(absences.deadAmong([2, 3])).toEqual([2]);
    expect(absences.deadAmong([3])).toEqual([3]);
  });

  it('is not when it was there in between', () => {
    const absences = new Absences();
    for (const missing of [[7], [], [7], []]) expect(absences.deadAmong(missing)).toEqual([]);
  });
});
