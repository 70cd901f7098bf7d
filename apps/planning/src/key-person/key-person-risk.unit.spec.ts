import fc from 'fast-check';
import { sharesOf } from './key-person-risk';

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
