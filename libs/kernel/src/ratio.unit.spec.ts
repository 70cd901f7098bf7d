import fc from 'fast-check';
import { productOf, ratioOf, reducedRatio, roundedQuotient, roundedRatio } from './ratio';

const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const nonZero = whole.filter((value) => value !== 0n);
const decimals = fc.integer({ min: 0, max: 12 });
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Reads '-0.13' with 2 decimals as -13n. */
const unscaled = (text: string): bigint => BigInt(text.replace('.', ''));

describe('roundedRatio (rules, opening paragraph)', () => {
  it.each([
    [1n, 8n, 3, '0.125'],
    [1n, 8n, 2, '0.13'],
    [-1n, 8n, 2, '-0.13'],
    [1n, -8n, 2, '-0.13'],
    [-1n, -8n, 2, '0.13'],
    [1n, 3n, 4, '0.3333'],
    [2n, 3n, 4, '0.6667'],
    [5n, 2n, 0, '3'],
    [-5n, 2n, 0, '-3'],
    [1_500_000n, 12_000_000n, 4, '0.1250'],
    [0n, 7n, 2, '0.00'],
    [-1n, 1000n, 2, '0.00'],
    [123_456n, 1n, 2, '123456.00'],
    [1n, 3n, 100, `0.${'3'.repeat(100)}`],
  ])('%s ÷ %s to %i decimals is %s', (numerator, denominator, places, expected) => {
    expect(roundedRatio(numerator, denominator, places)).toBe(expected);
  });

  it('gives null for a zero denominator', () => {
    fc.assert(fc.property(whole, decimals, (numerator, places) => roundedRatio(numerator, 0n, places) === null));
  });

  it('is the nearest decimal, half away from zero', () => {
    fc.assert(
      fc.property(whole, nonZero, decimals, (numerator, denominator, places) => {
        const text = roundedRatio(numerator, denominator, places) ?? '';
        expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
        // |result − exact| in units of 1 ÷ (2·|denominator|), so that the comparison is exact.
        const result = abs(unscaled(text)) * abs(denominator) * 2n;
        const exact = abs(numerator) * 10n ** BigInt(places) * 2n;
        expect(abs(result - exact) <= abs(denominator)).toBe(true);
        if (abs(result - exact) === abs(denominator)) expect(result > exact).toBe(true);
      }),
    );
  });

  it('rounds exact halves away from zero', () => {
    fc.assert(
      fc.property(whole, decimals, (value, places) => {
        const odd = 2n * value + 1n;
        const text = roundedRatio(odd, 2n * 10n ** BigInt(places), places) ?? '';
        expect(unscaled(text)).toBe(odd > 0n ? (odd + 1n) / 2n : (odd - 1n) / 2n);
      }),
    );
  });

  it('is symmetrical in sign and never says -0', () => {
    fc.assert(
      fc.property(whole, nonZero, decimals, (numerator, denominator, places) => {
        const text = roundedRatio(numerator, denominator, places) ?? '';
        expect(text).not.toMatch(/^-0(\.0*)?$/);
        expect(roundedRatio(-numerator, -denominator, places)).toBe(text);
        const negated = unscaled(roundedRatio(-numerator, denominator, places) ?? '');
        expect(negated + unscaled(text)).toBe(0n);
      }),
    );
  });

  it.each([-1, 0.5, 101, Number.NaN])('refuses %d decimals', (places) => {
    expect(() => roundedRatio(1n, 2n, places)).toThrow(
      new RangeError(`decimals must be a whole number from 0 to 100, not ${places}`),
    );
  });
});

describe('ratioOf', () => {
  it.each([
    ['0.35', 35n, 100n],
    ['-2', -2n, 1n],
    ['-0.5', -5n, 10n],
    ['1200.50', 120_050n, 100n],
  ])('reads %s exactly', (text, numerator, denominator) => {
    expect(ratioOf(text)).toEqual({ numerator, denominator });
  });

  it.each(['', '1e3', '.5', '5.', '1,000', ' 1', 'NaN', '1'.repeat(41)])('refuses %j', (text) => {
    expect(() => ratioOf(text)).toThrow(RangeError);
  });

  it('is what the rounded ratio was made from', () => {
    fc.assert(
      fc.property(whole, nonZero, decimals, (numerator, denominator, places) => {
        const text = roundedRatio(numerator, denominator, places) ?? '';
        const back = ratioOf(text);
        expect(roundedRatio(back.numerator, back.denominator, places)).toBe(text);
      }),
    );
  });
});

describe('roundedQuotient', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [7n, 3n, 2n],
    [0n, -3n, 0n],
  ])('%s ÷ %s is %s', (numerator, denominator, expected) => {
    expect(roundedQuotient(numerator, denominator)).toBe(expected);
  });

  it('cannot divide by zero', () => {
    expect(() => roundedQuotient(1n, 0n)).toThrow(new RangeError('nothing can be divided by zero'));
  });
});

describe('reducedRatio', () => {
  it('is in lowest terms, the sign above', () => {
    expect(reducedRatio(84n, 36n)).toEqual({ numerator: 7n, denominator: 3n });
    expect(reducedRatio(5n, -15n)).toEqual({ numerator: -1n, denominator: 3n });
    expect(reducedRatio(0n, 10n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => reducedRatio(1n, 0n)).toThrow(RangeError);
  });

  it('is the same ratio', () => {
    const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(whole, whole, fc.bigInt({ min: 1n, max: 1_000n }), (a, b, by) => {
        fc.pre(b !== 0n);
        const { numerator, denominator } = reducedRatio(a * by, b * by);
        expect(numerator * b).toBe(denominator * a);
        expect(reducedRatio(a, b)).toEqual({ numerator, denominator });
      }),
    );
  });
});

describe('productOf', () => {
  it('multiplies exactly, and is one for nothing', () => {
    expect(productOf([])).toEqual({ numerator: 1n, denominator: 1n });
    expect(productOf([ratioOf('0.35'), ratioOf('0.45'), ratioOf('0.6')])).toEqual({
      numerator: 35n * 45n * 6n,
      denominator: 100_000n,
    });
  });
});
