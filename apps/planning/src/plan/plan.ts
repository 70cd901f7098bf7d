import { DateTime, LocalDateScalar, NextStates, OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { UserIdOf } from '../rep/user-id-of';
import { PlanStatus, planStatuses } from './plan.statuses';

/** What a team, or the whole company, sets out to sell in a period: one line per account and product. Its owner wrote it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A plan by named accounts, of the whole company where it has no team; owned by planning (作战计划).',
})
@Entity('plan')
export class Plan extends OwnableAggregate {
  @Field(() => String, { nullable: true, description: 'Name of the plan (名称).' })
  @Column('text')
  name!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of its period (起始日).' })
  @Column('date')
  startsOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of its period (截止日).' })
  @Column('date')
  endsOn!: string;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of all its amounts (币种).' })
  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Field(() => PlanStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: PlanStatus;

  @NextStates(() => PlanStatus)
  get nextStatuses(): readonly PlanStatus[] {
    return planStatuses.next(this.status);
  }

  @Field(() => DateTime, { nullable: true, description: 'When the version that counts was approved, UTC (批准时间).' })
  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The role by which it was approved (批准角色).' })
  @Column('text', { nullable: true })
  approvedAs!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned, while it is in DRAFT for that; null otherwise (退回原因).',
  })
  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Column('uuid', { nullable: true })
  approverId!: string | null;

  @UserIdOf('approved the version that counts', '批准人账号')
  approverUserId!: string | null;

  /** The version that counts: the last one that was approved; before the first approval the first. */
  @Column('uuid')
  currentVersionId!: string;

  /** The version that is being written or waits for approval: the first one, or a revision. */
  @Column('uuid', { nullable: true })
  openVersionId!: string | null;
}
