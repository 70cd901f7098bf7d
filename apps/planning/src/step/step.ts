import {
  DateTime,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OptionalMoneyValue,
  OwnedAggregate,
} from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { StepStatus, stepStatuses } from './step.statuses';
import type { Tick } from './ticks';

/**
 * A step of planning as it is done for an account, or for a plan line, whose key node (关键节点) it is then (rules §10, capabilities X03–X07, P25). It
 * goes by the edition of the template that it began with.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A step of the process with its owner and its days; owned by planning (步骤).' })
@Entity('step')
export class Step extends OwnedAggregate {
  @Column('uuid')
  stepTemplateId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be done here; null where the standard action says it all (任务).',
  })
  @Column('text', { nullable: true })
  task!: string | null;

  @Field(() => StepStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: StepStatus;

  @NextStates(() => StepStatus)
  get nextStatuses(): readonly StepStatus[] {
    return stepStatuses.next(this.status);
  }

  @Field(() => Int, { nullable: true, description: 'How far it is done, 0–100 (执行程度).' })
  @Column('int')
  degree!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it is to start (计划开始日).' })
  @Column('date')
  plannedOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day by which it is to be complete; it is late from the day after (计划完成日).',
  })
  @Column('date')
  dueOn!: string;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What must be reached by then of the target of its plan line; null where nothing was said (保底目标).',
  })
  @Column(() => OptionalMoneyValue)
  floor!: MoneyValue | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed, UTC; null until then (完成时间).' })
  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off; null where it was not (取消原因).' })
  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @Column('jsonb')
  inputTicks!: Tick[];

  @Column('jsonb')
  outputTicks!: Tick[];
}
