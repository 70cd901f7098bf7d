import type { RebalancedTarget } from './rebalanced-target';

type Target = Pick<RebalancedTarget, 'repId' | 'role' | 'actual' | 'headRoom' | 'change' | 'after'>;

export interface Overtaken {
  repId: string;
  /** What the rep has booked by now, in minor units. */
  actual: bigint;
  why: 'BOOKED_MORE_THAN_LEFT' | 'NO_HEAD_ROOM_ANY_MORE';
}

/**
 * Whose bookings since a proposal make it impossible (rules §5, "achieved results are never re-based"): a donor has booked more than the target that
 * would be left, or a receiver's bookings have shrunk so that the increase is beyond what the rep can deliver. Pure.
 *
 * @param actuals what each rep has booked by now
 */
export function overtaken(targets: readonly Target[], actuals: ReadonlyMap<string, bigint>): Overtaken[] {
  return targets.flatMap(({ repId, role, actual: before, headRoom, change, after }): Overtaken[] => {
    const actual = actuals.get(repId) ?? 0n;
    if (role === 'DONOR') return actual > after.minor ? [{ repId, actual, why: 'BOOKED_MORE_THAN_LEFT' }] : [];
    const isTooMuch = change.minor > 0n && change.minor > headRoom.minor + actual - before.minor;
    return isTooMuch ? [{ repId, actual, why: 'NO_HEAD_ROOM_ANY_MORE' }] : [];
  });
}
