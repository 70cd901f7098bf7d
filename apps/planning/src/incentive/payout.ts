import { roundedQuotient, splitByWeights, wholeInBasisPoints } from '@fivepoint/kernel';
import { type AttainmentWeights, type BookedAndCollected, weightedOf } from '../attainment/weighted';

/** By what somebody is paid; shares of the original target and of what was attained in basis points. */
export interface IncentiveTerms {
  /** Below this attainment nothing is paid. */
  floorBasisPoints: number;
  /** What is attained beyond is not paid; null for no limit. */
  capBasisPoints: number | null;
  /** The lowest first, which begins at 0. */
  tiers: readonly { fromBasisPoints: number; payoutBasisPoints: number }[];
}

/** What one tier pays. */
export interface TierPayout {
  fromBasisPoints: number;
  payoutBasisPoints: number;
  /** What was attained between this tier and the next one, within the cap, by largest remainder: all tiers sum to what is paid for. */
  attained: bigint;
  /** What it pays, by largest remainder: all tiers sum to the payout. */
  payout: bigint;
}

export interface Payout {
  /** Bookings and cash by their weights, rounded to the minor unit. */
  attained: bigint;
  /** What was attained ÷ the original target, in basis points as thresholds compare it. */
  attainmentBasisPoints: bigint;
  /** The attainment is below the floor: nothing is paid. */
  belowFloor: boolean;
  tiers: TierPayout[];
  payout: bigint;
}

const whole = BigInt(wholeInBasisPoints);

/**
 * What somebody is paid for what was attained of the original target (capability P36, rules §5): each tier pays its share of the part that lies in
 * it, so that no step is worth more than what was sold to get over it. Exact, and rounded once; what is attained beyond the cap, and all of it below
 * the floor, is not paid. Null without an original target: nobody said what would be paid for. Pure.
 */
export function payoutOf(
  sold: BookedAndCollected,
  originalTarget: bigint,
  weights: AttainmentWeights,
  { floorBasisPoints, capBasisPoints, tiers }: IncentiveTerms,
): Payout | null {
  if (originalTarget <= 0n) return null;
  const weighted = weightedOf(sold, weights);
  const attainmentBasisPoints = roundedQuotient(weighted, originalTarget);
  const belowFloor = attainmentBasisPoints < BigInt(floorBasisPoints);
  const at = (basisPoints: number) => originalTarget * BigInt(basisPoints);
  const paid = belowFloor ? 0n : capBasisPoints === null ? weighted : least(weighted, at(capBasisPoints));
  const parts = tiers.map(({ fromBasisPoints, payoutBasisPoints }, place) => {
    const next = tiers[place + 1];
    const upTo = next ? least(paid, at(next.fromBasisPoints)) : paid;
    const part = upTo > at(fromBasisPoints) ? upTo - at(fromBasisPoints) : 0n;
    return { fromBasisPoints, payoutBasisPoints, part, due: part * BigInt(payoutBasisPoints) };
  });
  const due = parts.map((part) => part.due);
  const sum = due.reduce((all, one) => all + one, 0n);
  const payout = roundedQuotient(sum, whole * whole);
  const payouts = shared(payout, due);
  const attained = shared(
    roundedQuotient(paid, whole),
    parts.map(({ part }) => part),
  );
  return {
    attained: roundedQuotient(weighted, whole),
    attainmentBasisPoints,
    belowFloor,
    payout,
    tiers: parts.map(({ fromBasisPoints, payoutBasisPoints }, place) => ({
      ...{ fromBasisPoints, payoutBasisPoints },
      attained: attained[place] ?? 0n,
      payout: payouts[place] ?? 0n,
    })),
  };
}

/** Nothing for anybody where nobody has a part, as below the floor. */
const shared = (total: bigint, parts: readonly bigint[]): readonly bigint[] =>
  parts.every((part) => part === 0n) ? parts : splitByWeights(total, parts);

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
