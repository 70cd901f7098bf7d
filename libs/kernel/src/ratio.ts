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
  const scaled = absolute(numerator) * 10n ** BigInt(decimals);
  const divisor = absolute(denominator);
  const rounded = (2n * scaled + divisor) / (2n * divisor);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const negative = rounded !== 0n && numerator < 0n !== denominator < 0n;
  const whole = digits.slice(0, digits.length - decimals);
  return `${negative ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
