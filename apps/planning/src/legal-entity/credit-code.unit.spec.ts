import fc from 'fast-check';
import { creditCodeProblem } from './credit-code';

describe('the unified social credit code (GB 32100, C04)', () => {
  it.each(['9144030071526726XG', '91330100799655058B', '914403001922038216', '91110108MA00000070'])(
    'takes %s',
    (code) => {
      expect(creditCodeProblem(code)).toBeNull();
    },
  );

  it.each([
    ['', 'must have 18 characters, not 0'],
    ['9144030071526726X', 'must have 18 characters, not 17'],
    ['9144030071526726xG', 'must have digits and capital letters without I, O, S, V and Z only, not x'],
    ['9144030071526726OG', 'must have digits and capital letters without I, O, S, V and Z only, not O'],
    ['91A403007152672612', 'must have six digits from its third character on, the administrative division'],
    ['9144030071526726XH', 'has a wrong check character at its end: one of the others was mistyped, or it was'],
  ])('refuses %j', (code, problem) => {
    expect(creditCodeProblem(code)).toBe(problem);
  });

  it('notices every single mistyped character and every two neighbours that changed places', () => {
    const right = '91330100799655058B';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (place, character) => {
        const mistyped = right.slice(0, place) + character + right.slice(place + 1);
        return mistyped === right || creditCodeProblem(mistyped) !== null;
      }),
    );
    for (let place = 0; place < 17; place++) {
      const turned = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
      if (turned !== right) expect(creditCodeProblem(turned)).not.toBeNull();
    }
  });
});
