/** One whole, in basis points. */
export const wholeInBasisPoints = 10_000;

/**
 * Splits a total of minor units by basis points so that the parts sum to it exactly (rules §7): each part gets its exact share rounded
 * down, and the units that are left go to the largest remainders, ties to the earlier part. A negative total gives the mirror image.
 *
 * @param basisPoints whole numbers from 0 to 10000 that sum to 10000; RangeError otherwise.
 */
export function splitByBasisPoints(total: bigint, basisPoints: readonly number[]): bigint[] {
  requireWhole(basisPoints);
  if (total < 0n) return splitByBasisPoints(-total, basisPoints).map((part) => -part);
  const whole = BigInt(wholeInBasisPoints);
  const shares = basisPoints.map((points) => total * BigInt(points));
  const parts = shares.map((share) => share / whole);
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: Number(share % whole) }))
    // A sort keeps the order of what is equal.
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

function requireWhole(basisPoints: readonly number[]): void {
  const wrong = basisPoints.find((points) => !Number.isInteger(points) || points < 0 || points > wholeInBasisPoints);
  if (wrong !== undefined)
    throw new RangeError(`basis points must be whole numbers from 0 to ${wholeInBasisPoints}, not ${wrong}`);
  const sum = basisPoints.reduce((total, points) => total + points, 0);
  if (sum !== wholeInBasisPoints) throw new RangeError(`basis points must sum to ${wholeInBasisPoints}, not ${sum}`);
}
