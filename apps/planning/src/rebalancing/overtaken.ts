import type { RebalancedTarget } from './rebalanced-target';

type Target = Pick<RebalancedTarget, 'repId' | 'role' | 'change' | 'after'>;

/** How a rep stands by now, in minor units. */
export interface StandsNow {
  actual: bigint;
  headRoom: bigint;
}

export interface Overtaken<T extends StandsNow = StandsNow> {
  now: T;
  why: 'BOOKED_MORE_THAN_LEFT' | 'LACKS_NOTHING_ANY_MORE' | 'NO_HEAD_ROOM_ANY_MORE';
}

/**
 * What has become impossible or needless since a proposal (rules §5): a donor has booked more than the target that would be left, for achieved results
 * are never re-based, or can reach the target by now; or an increase is beyond what its receiver can deliver by now. Pure.
 *
 * @param standing how each rep stands by now; who has no target any more is in none
 */
export function overtaken<T extends StandsNow>(
  targets: readonly Target[],
  standing: ReadonlyMap<string, T>,
): Overtaken<T>[] {
  return targets.flatMap(({ repId, role, change, after }): Overtaken<T>[] => {
    const now = standing.get(repId);
    if (!now) return [];
    if (role === 'RECEIVER')
      return change.minor > 0n && change.minor > now.headRoom ? [{ now, why: 'NO_HEAD_ROOM_ANY_MORE' }] : [];
    if (now.actual > after.minor) return [{ now, why: 'BOOKED_MORE_THAN_LEFT' }];
    return now.headRoom >= 0n ? [{ now, why: 'LACKS_NOTHING_ANY_MORE' }] : [];
  });
}
