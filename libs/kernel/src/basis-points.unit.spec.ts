import fc from 'fast-check';
import { splitByBasisPoints, wholeInBasisPoints } from './basis-points';

/** Cuts at sorted points between 0 and 10000 give every possible set of basis points, zeros included. */
const basisPoints = fc.array(fc.integer({ min: 0, max: wholeInBasisPoints }), { maxLength: 12 }).map((cuts) => {
  const edges = [0, ...cuts.sort((a, b) => a - b), wholeInBasisPoints];
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
});
const totals = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n });
const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n);

describe('splitByBasisPoints (rules §7)', () => {
  it('splits ¥1,000,000.01 at 30/40/25/5 % as the rule says', () => {
    expect(splitByBasisPoints(100_000_001n, [3000, 4000, 2500, 500])).toEqual([
      30_000_000n,
      40_000_001n,
      25_000_000n,
      5_000_000n,
    ]);
  });

  it('gives ties to the earlier part', () => {
    expect(splitByBasisPoints(1n, [5000, 5000])).toEqual([1n, 0n]);
    expect(splitByBasisPoints(3n, [2500, 2500, 2500, 2500])).toEqual([1n, 1n, 1n, 0n]);
    expect(splitByBasisPoints(-3n, [2500, 2500, 2500, 2500])).toEqual([-1n, -1n, -1n, 0n]);
  });

  it('splits zero into zeros and a single part into the whole', () => {
    expect(splitByBasisPoints(0n, [3000, 7000])).toEqual([0n, 0n]);
    expect(splitByBasisPoints(-7n, [10_000])).toEqual([-7n]);
  });

  it('sums exactly', () => {
    fc.assert(fc.property(totals, basisPoints, (total, points) => sum(splitByBasisPoints(total, points)) === total));
  });

  it('keeps every part less than one unit from its exact share', () => {
    fc.assert(
      fc.property(totals, basisPoints, (total, points) => {
        splitByBasisPoints(total, points).forEach((part, index) => {
          const off = part * 10_000n - total * BigInt(points[index] ?? 0);
          expect(off > -10_000n && off < 10_000n).toBe(true);
        });
      }),
    );
  });

  it('rounds up only the largest remainders, the earlier of equal ones first', () => {
    const nonNegative = fc.bigInt({ min: 0n, max: 2n ** 63n });
    fc.assert(
      fc.property(nonNegative, basisPoints, (total, points) => {
        const parts = splitByBasisPoints(total, points).map((part, index) => {
          const share = total * BigInt(points[index] ?? 0);
          return { index, remainder: share % 10_000n, up: part > share / 10_000n };
        });
        for (const up of parts.filter((part) => part.up)) {
          for (const down of parts.filter((part) => !part.up)) {
            const earned = up.remainder > down.remainder || (up.remainder === down.remainder && up.index < down.index);
            expect(earned).toBe(true);
          }
        }
      }),
    );
  });

  it('mirrors a negative total', () => {
    fc.assert(
      fc.property(totals, basisPoints, (total, points) => {
        const mirrored = splitByBasisPoints(-total, points).map((part) => -part);
        expect(splitByBasisPoints(total, points)).toEqual(mirrored);
      }),
    );
  });

  it.each([
    [[], 'basis points must sum to 10000, not 0'],
    [[3000, 4000], 'basis points must sum to 10000, not 7000'],
    [[12_000, -2000], 'basis points must be whole numbers from 0 to 10000, not 12000'],
    [[-1, 10_001], 'basis points must be whole numbers from 0 to 10000, not -1'],
    [[0.5, 9999.5], 'basis points must be whole numbers from 0 to 10000, not 0.5'],
    [[Number.NaN, 10_000], 'basis points must be whole numbers from 0 to 10000, not NaN'],
  ])('refuses %j', (points, message) => {
    expect(() => splitByBasisPoints(100n, points)).toThrow(new RangeError(message));
  });

  it('leaves its input as it was', () => {
    const points = Object.freeze([2500, 5000, 2500]);
    expect(splitByBasisPoints(10n, points)).toEqual([3n, 5n, 2n]);
  });
});
