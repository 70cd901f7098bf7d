import { splitByWeights } from './split';

/** One whole, in basis points. */
export const wholeInBasisPoints = 10_000;

/**
 * Splits a total of minor units by basis points so that the parts sum to it exactly (rules §7), by largest remainder, ties to the earlier
 * part. A negative total gives the mirror image.
 *
 * @param basisPoints whole numbers from 0 to 10000 that sum to 10000; RangeError otherwise.
 */
export function splitByBasisPoints(total: bigint, basisPoints: readonly number[]): bigint[] {
  requireWhole(basisPoints);
  return splitByWeights(total, basisPoints.map(BigInt));
}

function requireWhole(basisPoints: readonly number[]): void {
  const wrong = basisPoints.find((points) => !Number.isInteger(points) || points < 0 || points > wholeInBasisPoints);
  if (wrong !== undefined)
    throw new RangeError(`basis points must be whole numbers from 0 to ${wholeInBasisPoints}, not ${wrong}`);
  const sum = basisPoints.reduce((total, points) => total + points, 0);
  if (sum !== wholeInBasisPoints) throw new RangeError(`basis points must sum to ${wholeInBasisPoints}, not ${sum}`);
}
