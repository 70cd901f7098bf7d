/** An exact rational number; the denominator is above zero. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** An exact ratio from a plain decimal such as `0.35`, `-2` or `1200.5`. RangeError for any other text. */
export function ratioOf(decimal: string): Ratio {
  const match = /^(-?\d{1,40})(?:\.(\d{1,40}))?$/.exec(decimal);
  if (!match) throw new RangeError(`must be a plain decimal such as 0.35, not ${JSON.stringify(decimal.slice(0, 40))}`);
  const [, whole = '', fraction = ''] = match;
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
}

/** The product of ratios, exactly; of none it is 1. */
export function productOf(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (all, { numerator, denominator }) => ({
      numerator: all.numerator * numerator,
      denominator: all.denominator * denominator,
    }),
    { numerator: 1n, denominator: 1n },
  );
}

/** The same ratio in lowest terms. RangeError for a zero denominator. */
export function reducedRatio(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new RangeError('nothing can be divided by zero');
  const divisor = commonDivisor(absolute(numerator), absolute(denominator)) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The whole number nearest to a quotient, half away from zero. RangeError for a zero denominator. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('nothing can be divided by zero');
  const divisor = absolute(denominator);
  const rounded = (2n * absolute(numerator) + divisor) / (2n * divisor);
  return numerator < 0n === denominator < 0n ? rounded : -rounded;
}

/**
 * An exact ratio as a decimal with so many decimals, rounded once, half away from zero: `-1/8` with 2 decimals is `-0.13`.
 * A zero denominator gives null (rules, opening paragraph): never 0, never an error. There is no `-0`.
 *
 * @param decimals whole number from 0 to 100; RangeError otherwise.
 */
export function roundedRatio(numerator: bigint, denominator: bigint, decimals: number): string | null {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 100) {
    throw new RangeError(`decimals must be a whole number from 0 to 100, not ${decimals}`);
  }
  if (denominator === 0n) return null;
  const rounded = roundedQuotient(numerator * 10n ** BigInt(decimals), denominator);
  const digits = absolute(rounded)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${rounded < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
