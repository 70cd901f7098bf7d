import { serviceNames } from '@fivepoint/contracts';
import {
  type Identity,
  LocalDateScalar,
  type Narrowing,
  ownOrTeams,
  seesAllIn,
  seesEveryRow,
  TenantRow,
} from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { LifecyclePoint } from '../step-template/step-template';
import { StepStatus } from '../step/step.statuses';

/**
 * A step of any service by the last word on it: a projection, which can be rebuilt. Its id is the step's. A gap (疏漏) is one that is required, not
 * done, and past its due day; whether that is so is asked on the day on which somebody looks (`step-gap.list.ts`).
 */
@ObjectType({ description: 'A step of any of the five services that is required, late and not done (疏漏).' })
@Entity('step_gap')
export class StepGap extends TenantRow {
  /** Who sees all of the service that told of it; else the owner and the team. */
  static readonly seenBy = (identity: Identity): Narrowing => {
    const whole = serviceNames.filter((name) => seesEveryRow({ identity, seesAll: seesAllIn[name] }));
    const { sql, parameters } = ownOrTeams('e', identity);
    return (query) => void query.andWhere(`(e.service = any(:whole) or ${sql})`, { whole, ...parameters });
  };

  @Field({ description: 'The service that works on it, such as deal (来源服务).' })
  @Column('text')
  service!: string;

  @Field(() => LifecyclePoint, { description: 'The point of the lifecycle it belongs to (环节).' })
  @Column('text')
  point!: LifecyclePoint;

  @Field({ description: 'Which step it is, such as account-intelligence (步骤标识).' })
  @Column('text')
  stepKey!: string;

  @Field({ description: 'What is to be done (标准动作).' })
  @Column('text')
  action!: string;

  @Field(() => StepStatus, { description: 'Where it stands (状态).' })
  @Column('text')
  status!: StepStatus;

  @Field(() => Int, { description: 'How far it is done, 0–100 (执行程度).' })
  @Column('int')
  degree!: number;

  @Field(() => LocalDateScalar, { description: 'The day on which it was to start (计划开始日).' })
  @Column('date')
  plannedOn!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which it was to be complete (计划完成日).' })
  @Column('date')
  dueOn!: string;

  @Field(() => String, { description: 'The team that shares it (团队).' })
  @Column('text')
  team!: string;

  @Column('uuid')
  ownerId!: string;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column('boolean')
  required!: boolean;

  @Column('boolean')
  done!: boolean;

  /** The event that had the last word on it. */
  @Column('uuid')
  eventId!: string;

  @Column('text')
  eventKey!: string;

  @Column('bigint')
  eventSequence!: string;

  @Column('timestamptz')
  toldAt!: Date;
}
