import { roundedRatio, wholeInBasisPoints } from '@fivepoint/kernel';

/** What bookings and cash count for; both sum to 10000. */
export interface AttainmentWeights {
  bookingsBasisPoints: number;
  cashBasisPoints: number;
}

/** What was signed and paid, in minor units. */
export interface BookedAndCollected {
  booked: bigint;
  collected: bigint;
}

/** Bookings and cash by their weights (capability P33), exactly: in ten-thousandths of a minor unit. Pure. */
export const weightedOf = (
  { booked, collected }: BookedAndCollected,
  { bookingsBasisPoints, cashBasisPoints }: AttainmentWeights,
): bigint => booked * BigInt(bookingsBasisPoints) + collected * BigInt(cashBasisPoints);

/** The weighted sum ÷ the target, four decimals; null where the target is 0. Pure. */
export const attainmentOf = (attained: BookedAndCollected, target: bigint, weights: AttainmentWeights): string | null =>
  roundedRatio(weightedOf(attained, weights), target * BigInt(wholeInBasisPoints), 4);
