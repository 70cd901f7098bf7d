import { type Ratio, roundedQuotient, splitByWeights } from '@fivepoint/kernel';
import { atLeastZero, sum } from './amounts';

/** What one rep brings into a rebalancing; minor units of the plan's currency, none below zero. */
export interface RepTarget {
  repId: string;
  /** The target that was approved with the plan: rates, caps, rating and payout go by it. */
  original: bigint;
  /** The target now, after earlier rebalancings of the period. */
  target: bigint;
  actual: bigint;
  /** What the rep can still deliver until the period ends. */
  capacity: bigint;
  /** What earlier rebalancings of the period have added, without what they took off. */
  increasedBefore: bigint;
}

export interface RebalancingTerms {
  /** By how much a rep may be asked to go beyond the capacity, such as 1.2; above zero. */
  stretch: Ratio;
  /** How much of the original target all rebalancings of a period may add, such as 0.1; not below zero. */
  cap: Ratio;
  /** The risk reserve that is there, consumed before anybody is asked for more; not below zero. */
  reserve: bigint;
}

export type RebalancingRole = 'DONOR' | 'RECEIVER';

export interface RepChange {
  repId: string;
  role: RebalancingRole;
  remaining: bigint;
  headRoom: bigint;
  /** Below zero for a donor; from zero on for a receiver. */
  change: bigint;
  newTarget: bigint;
  /** What kept a receiver from its share at the rate, if anything did. */
  limitedBy: 'HEAD_ROOM' | 'CAP' | null;
}

export interface Rebalancing {
  reps: RepChange[];
  /** What donors lack in all. */
  pool: bigint;
  reserveUsed: bigint;
  /** The one rate for all receivers, of their original targets; null where nobody receives. */
  rate: Ratio | null;
  /** What nobody was loaded with. Σ new targets + gap + reserve used = Σ targets before, exactly. */
  unallocatedGap: bigint;
}

/**
 * Fair rebalancing of targets within a period (rules §5, capabilities P29, P30, N2): what some cannot reach is taken off their targets and,
 * after the risk reserve, spread over the others at one uniform rate of their original targets, so that nobody is asked for more because of
 * having sold more. What is beyond the cap or somebody's head-room is nobody's: it is the published gap. Pure; RangeError where a rep comes
 * twice.
 */
export function rebalance(reps: readonly RepTarget[], { stretch, cap, reserve }: RebalancingTerms): Rebalancing {
  const placed = reps.map((rep) => ({ rep, ...headRoomOf(rep, stretch) }));
  const receivers = placed.filter(({ headRoom }) => headRoom >= 0n).map(({ rep }) => rep);
  if (new Set(reps.map(({ repId }) => repId)).size < reps.length) throw new RangeError('a rep comes more than once');
  const pool = sum(placed.map(({ headRoom }) => (headRoom < 0n ? -headRoom : 0n)));
  const reserveUsed = reserve < pool ? reserve : pool;
  const left = pool - reserveUsed;
  const rate = uniformRate(left, sum(receivers.map(({ original }) => original)), cap);
  const shares = sharesOf(receivers, left, rate, cap);

  const changes = placed.map(({ rep, remaining, headRoom }): RepChange => {
    const { repId, target } = rep;
    if (headRoom < 0n)
      return {
        repId,
        role: 'DONOR',
        remaining,
        headRoom,
        change: headRoom,
        newTarget: target + headRoom,
        limitedBy: null,
      };
    const share = shares.get(repId) ?? 0n;
    const capLeft = atLeastZero(capOf(rep.original, cap) - rep.increasedBefore);
    const change = least(share, headRoom, capLeft);
    const limitedBy = change === share ? null : headRoom <= capLeft ? 'HEAD_ROOM' : 'CAP';
    return { repId, role: 'RECEIVER', remaining, headRoom, change, newTarget: target + change, limitedBy };
  });
  const added = sum(changes.filter(({ role }) => role === 'RECEIVER').map(({ change }) => change));
  return { reps: changes, pool, reserveUsed, rate, unallocatedGap: left - added };
}

/** What is left of a rep's target, and what the rep can deliver beyond it. Pure. */
export function headRoomOf(
  { target, actual, capacity }: Pick<RepTarget, 'target' | 'actual' | 'capacity'>,
  stretch: Ratio,
) {
  const remaining = target - actual;
  return { remaining, headRoom: roundedQuotient(capacity * stretch.numerator, stretch.denominator) - remaining };
}

/** u = min(cap, left ÷ Σ original targets of the receivers). */
function uniformRate(left: bigint, originals: bigint, cap: Ratio): Ratio | null {
  if (originals === 0n) return null;
  const needed = { numerator: left, denominator: originals };
  return reaches(needed, cap) ? cap : needed;
}

/** What each receiver gets at the rate: below the cap by largest remainder, at the cap rounded down. */
function sharesOf(receivers: readonly RepTarget[], left: bigint, rate: Ratio | null, cap: Ratio): Map<string, bigint> {
  if (rate === null) return new Map();
  const originals = receivers.map(({ original }) => original);
  const shares = rate === cap ? originals.map((original) => capOf(original, cap)) : splitByWeights(left, originals);
  return new Map(receivers.map(({ repId }, index) => [repId, shares[index] ?? 0n]));
}

/** floor(cap × original): no rebalancing of the period takes a rep beyond it. */
const capOf = (original: bigint, cap: Ratio): bigint => (original * cap.numerator) / cap.denominator;

const reaches = (one: Ratio, other: Ratio): boolean =>
  one.numerator * other.denominator >= other.numerator * one.denominator;

const least = (...amounts: readonly bigint[]): bigint =>
  amounts.reduce((smallest, amount) => (amount < smallest ? amount : smallest));
