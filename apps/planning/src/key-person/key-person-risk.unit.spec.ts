import fc from 'fast-check';
import { concentrationOf } from './concentration';
import { sharesOf, toldOf } from './key-person-risk';

describe('the shares of people in a target', () => {
  it('are in basis points, by largest remainder', () => {
    expect(sharesOf([1n, 1n, 1n])).toEqual([3334, 3333, 3333]);
    expect(sharesOf([7n, 2n, 2n])).toEqual([6364, 1818, 1818]);
  });

  it('are none where there is nothing to share', () => {
    expect(sharesOf([])).toEqual([]);
    expect(sharesOf([0n, 0n])).toEqual([0, 0]);
  });

  it('sum to the whole', () => {
    const targets = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 50 });
    fc.assert(fc.property(targets, (given) => sharesOf(given).reduce((sum, share) => sum + share, 0) === 10_000));
  });
});

describe('what a viewer is told of a concentration', () => {
  const concentration = concentrationOf([700n, 200n, 100n], 2_500);

  it('is all of it where everybody is seen, or one person is what the others leave', () => {
    for (const unseenCount of [0, 1]) expect(toldOf(concentration, unseenCount)).toEqual(concentration);
  });

  it('is the warning alone where it would tell what each of several people has', () => {
    for (const unseenCount of [2, 3])
      expect(toldOf(concentration, unseenCount)).toEqual({
        index: null,
        normalised: null,
        effectiveCount: null,
        warning: true,
      });
  });
});
