import fc from 'fast-check';
import { splitByWeights } from './split';

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n);
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 12 })
  .filter((all) => sum(all) > 0n);
const totals = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n });

describe('splitByWeights (rules §5, §7)', () => {
  it('gives each its share, and what is left to the largest remainders', () => {
    expect(splitByWeights(900n, [500n, 400n])).toEqual([500n, 400n]);
    expect(splitByWeights(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(splitByWeights(10n, [5n, 3n, 6n])).toEqual([4n, 2n, 4n]);
    expect(splitByWeights(-10n, [1n, 1n, 1n])).toEqual([-4n, -3n, -3n]);
    expect(splitByWeights(7n, [0n, 3n])).toEqual([0n, 7n]);
  });

  it('sums exactly, however large the weights are, and keeps each less than one unit from its exact share', () => {
    fc.assert(
      fc.property(totals, weights, (total, given) => {
        const parts = splitByWeights(total, given);
        const whole = sum(given);
        expect(sum(parts)).toBe(total);
        parts.forEach((part, index) => {
          const off = part * whole - total * (given[index] ?? 0n);
          expect(off > -whole && off < whole).toBe(true);
        });
      }),
    );
  });

  it('tells remainders apart that a floating-point number would not', () => {
    const large = 10n ** 30n;
    // One unit is left for remainders of 10^30 and 10^30 + 1.
    const parts = splitByWeights(3n * (2n * large + 1n) + 1n, [large, large + 1n]);
    expect(parts).toEqual([3n * large, 3n * (large + 1n) + 1n]);
  });

  it('refuses weights below zero, and none above it', () => {
    expect(() => splitByWeights(1n, [2n, -1n])).toThrow(new RangeError('weights must not be negative, as -1 is'));
    expect(() => splitByWeights(1n, [0n, 0n])).toThrow(new RangeError('at least one weight must be above zero'));
    expect(() => splitByWeights(0n, [])).toThrow(new RangeError('at least one weight must be above zero'));
  });
});
