import { DateTime, LocalDateScalar, MoneyValue, NextStates, OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { UserIdOf } from '../rep/user-id-of';
import { RebalancingStatus, rebalancingStatuses } from './rebalancing.statuses';

const decimal = { type: 'numeric', precision: 5, scale: 4, nullable: true } as const;

/**
 * A proposal to rebalance the targets of a plan's reps within its period (rules §5, capabilities P29, P30, P32): all that it was worked out from and
 * what came of it, kept as it was. Approved, it lies over the plan as an overlay: versions and lines stay what they are. Whose the plan is, theirs is it.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A fair adjustment of a plan's targets, rep by rep; owned by planning (目标动态调节)." })
@Entity('rebalancing')
export class Rebalancing extends OwnableAggregate {
  @Column('uuid')
  planId!: string;

  @Column('uuid')
  planVersionId!: string;

  @Field(() => RebalancingStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: RebalancingStatus;

  @NextStates(() => RebalancingStatus)
  get nextStatuses(): readonly RebalancingStatus[] {
    return rebalancingStatuses.next(this.status);
  }

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day that it is as of: bookings up to it, capacity from it on (测算日).',
  })
  @Column('date')
  asOf!: string;

  @Field(() => String, { nullable: true, description: 'Why it was proposed (调节原因).' })
  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  proposerId!: string | null;

  @UserIdOf('proposed it', '提出人账号')
  proposerUserId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided, UTC; null until then (决定时间).' })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The role by which it was decided (决定角色).' })
  @Column('text', { nullable: true })
  decidedAs!: string | null;

  @Column('uuid', { nullable: true })
  deciderId!: string | null;

  @UserIdOf('decided', '决定人账号')
  deciderUserId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said to the decision; of a rejection never null (决定说明).',
  })
  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the original target, what all increases of the period may add, in basis points (增幅上限).',
  })
  @Column('int')
  capBasisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How much of the capacity a rep may be asked for, 10000 = exactly the capacity (产能伸展系数).',
  })
  @Column('int')
  stretchBasisPoints!: number;

  @Column(() => MoneyValue)
  reserve!: MoneyValue;

  @Column(() => MoneyValue)
  pool!: MoneyValue;

  @Column(() => MoneyValue)
  reserveUsed!: MoneyValue;

  @Column(() => MoneyValue)
  receiversOriginal!: MoneyValue;

  @Column(decimal)
  rate!: string | null;

  @Column(() => MoneyValue)
  targetBefore!: MoneyValue;

  @Column(() => MoneyValue)
  targetAfter!: MoneyValue;

  @Column(() => MoneyValue)
  unallocatedGap!: MoneyValue;

  @Column(decimal)
  fairnessBefore!: string | null;

  @Column(decimal)
  fairnessAfter!: string | null;
}
