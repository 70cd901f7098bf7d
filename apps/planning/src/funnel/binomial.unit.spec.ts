import fc from 'fast-check';
import { chanceOfAtLeast } from './binomial';

/** The same by whole numbers only: Σ C(n, k) · a^k · (b − a)^(n − k) ÷ b^n for a probability of a/b. */
function exact(wins: number, cases: number, a: bigint, b: bigint): number {
  let coefficient = 1n;
  let sum = 0n;
  for (let k = 0; k <= cases; k++) {
    if (k >= wins) sum += coefficient * a ** BigInt(k) * (b - a) ** BigInt(cases - k);
    coefficient = (coefficient * BigInt(cases - k)) / BigInt(k + 1);
  }
  return Number((sum * 10n ** 18n) / b ** BigInt(cases)) / 1e18;
}

describe('the binomial distribution', () => {
  it.each([
    [3, 5, 0.5, 0.5],
    [60, 100, 0.5, 0.028443966820490395],
    [1, 1000, 0.001, 0.6323045752290359],
    [900, 1000, 0.9, 0.5265990812951651],
    [7, 78, 0.0945, 0.613591738862093],
  ])('wins %d or more of %d at %d with a chance of %d', (wins, cases, probability, chance) => {
    expect(chanceOfAtLeast(wins, cases, probability)).toBeCloseTo(chance, 12);
  });

  it('knows its ends', () => {
    expect(chanceOfAtLeast(0, 0, 0.5)).toBe(1);
    expect(chanceOfAtLeast(1, 0, 0.5)).toBe(0);
    expect(chanceOfAtLeast(5, 4, 0.5)).toBe(0);
    expect(chanceOfAtLeast(1, 9, 0)).toBe(0);
    expect(chanceOfAtLeast(9, 9, 1)).toBe(1);
  });

  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), fc.integer({ min: 1, max: 99 }), (wins, cases, percent) => {
        const chance = chanceOfAtLeast(wins, cases, percent / 100);
        expect(chance).toBeCloseTo(exact(wins, cases, BigInt(percent), 100n), 11);
      }),
    );
  });

  it('stays in range for more cases than floating-point powers hold', () => {
    expect(chanceOfAtLeast(500_000, 1_000_000, 0.5)).toBeCloseTo(0.5003989, 6);
    expect(chanceOfAtLeast(1_000, 1_000_000, 0.001)).toBeCloseTo(0.508, 2);
    expect(chanceOfAtLeast(10, 1_000_000, 0.5)).toBe(1);
    expect(chanceOfAtLeast(999_990, 1_000_000, 0.5)).toBe(0);
  });
});
