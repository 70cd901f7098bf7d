import { graphEnum } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import type { RebalancedTarget } from './rebalanced-target';
import type { Rebalancing } from './rebalancing';

export const RebalancingGuarantee = graphEnum('RebalancingGuarantee', 'What fair rebalancing promises (公平保证).', {
  SUM_KEPT: 'The targets after it, the gap and the reserve used add up to the targets before it, exactly (总额守恒).',
  DONORS_GET_NOTHING: 'Who cannot reach the target gets nothing on top (调出者不加码).',
  CAP_KEPT: 'No increase takes a rep beyond the cap of the original target in the period, rounded down (不超上限).',
  HEAD_ROOM_KEPT: 'No increase goes beyond what the rep can still deliver (不超余量).',
  ONE_RATE: 'Every receiver whom nothing limits gets the same rate of the original target (统一比率).',
  RESULTS_KEPT: 'No target falls below what the rep has booked already, where it was not below before (实绩不重算).',
});
export type RebalancingGuarantee = keyof typeof RebalancingGuarantee;

@ObjectType({
  description: 'Whether a rebalancing keeps one of the promises, checked against what is stored of it (保证核验).',
})
export class GuaranteeCheck {
  @Field(() => RebalancingGuarantee, { description: 'What is promised (保证).' })
  guarantee!: RebalancingGuarantee;

  @Field(() => Boolean, { description: 'Whether it holds (是否成立).' })
  holds!: boolean;
}

type Proof = Pick<
  Rebalancing,
  'targetBefore' | 'targetAfter' | 'unallocatedGap' | 'reserveUsed' | 'pool' | 'receiversOriginal' | 'capBasisPoints'
>;
type Target = Pick<
  RebalancedTarget,
  'role' | 'original' | 'increasedBefore' | 'before' | 'actual' | 'headRoom' | 'change' | 'after' | 'increaseLimit'
>;

/** Checks the promises of rule 5 against the numbers that a rebalancing has kept, not against the way they came about. Pure. */
export function guaranteesOf(proof: Proof, targets: readonly Target[]): GuaranteeCheck[] {
  const receivers = targets.filter(({ role }) => role === 'RECEIVER');
  const cap = BigInt(proof.capBasisPoints);
  const left = proof.pool.minor - proof.reserveUsed.minor;
  const originals = proof.receiversOriginal.minor;
  const isCapped = left * 10_000n >= cap * originals;
  /** A share at the rate is a whole number next to it; at the cap the one below. */
  const isShare = ({ original, change }: Target): boolean =>
    isCapped
      ? change.minor === (cap * original.minor) / 10_000n
      : distance(change.minor * originals, left * original.minor) < originals;
  const holds: Record<RebalancingGuarantee, boolean> = {
    SUM_KEPT:
      sum(targets, 'before') === sum(targets, 'after') + proof.unallocatedGap.minor + proof.reserveUsed.minor &&
      sum(targets, 'before') === proof.targetBefore.minor &&
      sum(targets, 'after') === proof.targetAfter.minor,
    DONORS_GET_NOTHING: targets.every(({ role, change }) => role === 'RECEIVER' || change.minor < 0n),
    CAP_KEPT: receivers.every(
      ({ original, increasedBefore, change }) =>
        change.minor <= 0n || increasedBefore.minor + change.minor <= (cap * original.minor) / 10_000n,
    ),
    HEAD_ROOM_KEPT: receivers.every(({ change, headRoom }) => change.minor <= headRoom.minor),
    ONE_RATE: receivers.every((target) => target.increaseLimit !== null || isShare(target)),
    RESULTS_KEPT: targets.every(
      ({ before, actual, after }) => after.minor >= before.minor || after.minor >= actual.minor,
    ),
  };
  return (Object.keys(RebalancingGuarantee) as RebalancingGuarantee[]).map((guarantee) =>
    Object.assign(new GuaranteeCheck(), { guarantee, holds: holds[guarantee] }),
  );
}

const sum = (targets: readonly Target[], of: 'before' | 'after'): bigint =>
  targets.reduce((total, target) => total + target[of].minor, 0n);

const distance = (one: bigint, other: bigint): bigint => (one < other ? other - one : one - other);
