/**
 * Splits a total of minor units by weights so that the parts sum to it exactly: each part gets its exact share rounded down, and the units
 * that are left go to the largest remainders, ties to the earlier part (rules §5, §7). A negative total gives the mirror image.
 *
 * @param weights not negative, and at least one above zero; RangeError otherwise.
 */
export function splitByWeights(total: bigint, weights: readonly bigint[]): bigint[] {
  const negative = weights.find((weight) => weight < 0n);
  if (negative !== undefined) throw new RangeError(`weights must not be negative, as ${negative} is`);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) throw new RangeError('at least one weight must be above zero');
  if (total < 0n) return splitByWeights(-total, weights).map((part) => -part);
  const shares = weights.map((weight) => total * weight);
  const parts = shares.map((share) => share / whole);
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share % whole }))
    // A sort keeps the order of what is equal.
    .sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
