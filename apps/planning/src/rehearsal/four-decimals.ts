/** A share or a difference of shares as it is shown, rounded once, half away from zero: `0.5400`, `-0.0312`. There is no `-0.0000`. Pure. */
export function fourDecimals(value: number): string {
  const units = Math.round(Math.abs(value) * 10_000);
  const sign = value < 0 && units > 0 ? '-' : '';
  const digits = String(units).padStart(5, '0');
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
