import { DateTime, Decimal, MoneyValue, NextStates, OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, type ValueTransformer } from 'typeorm';
import type { RehearsalFigures } from './rehearse';
import { RehearsalCorrelation } from './correlations';
import { RehearsalStatus, rehearsalStatuses } from './rehearsal.statuses';

/** Whole numbers below 2^53, which PostgreSQL gives as text. */
const wholeColumn: ValueTransformer = { to: (value: number) => value, from: (value: string) => Number(value) };

/**
 * A plan as it was played through (capabilities P01, N1): its lines as they were then, the seed, and what came of it, so that it can be worked out
 * again. Whose the plan is, theirs is the rehearsal.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A plan played through many times, line by line; owned by planning (沙盘推演).' })
@Entity('rehearsal')
export class Rehearsal extends OwnableAggregate {
  @Column('uuid')
  planId!: string;

  @Column('uuid')
  planVersionId!: string;

  @Field(() => RehearsalStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: RehearsalStatus;

  @NextStates(() => RehearsalStatus)
  get nextStatuses(): readonly RehearsalStatus[] {
    return rehearsalStatuses.next(this.status);
  }

  @Field(() => Decimal, {
    nullable: true,
    description:
      'A whole number below 2^53 from which all luck follows: the same seed and lines, the same result (随机种子).',
  })
  @Column({ type: 'bigint', transformer: wholeColumn })
  seed!: number;

  @Field(() => Int, { nullable: true, description: 'How many times the plan is played through (推演次数).' })
  @Column('int')
  trialCount!: number;

  @Field(() => Int, { nullable: true, description: 'How many of them are done, as of a moment ago (已完成次数).' })
  @Column('int')
  doneTrialCount!: number;

  @Field(() => MoneyValue, { nullable: true, description: 'What was to be booked within the period (目标).' })
  @Column(() => MoneyValue)
  target!: MoneyValue;

  @Field(() => [RehearsalCorrelation], {
    nullable: true,
    description: 'How much the lines of each group share (相关系数).',
  })
  @Column('jsonb')
  correlations!: RehearsalCorrelation[];

  @Field(() => DateTime, { nullable: true, description: 'When it began last, UTC; null while it waits (开始时间).' })
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it came to its end, UTC; null until then (结束时间).' })
  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed; null otherwise (失败原因).' })
  @Column('text', { nullable: true })
  failureReason!: string | null;

  /** The plan's period as it was. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('jsonb', { nullable: true })
  figures!: RehearsalFigures | null;
}
