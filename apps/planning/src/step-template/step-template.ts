import { Aggregate, DateTime, graphEnum } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

export const LifecyclePoint = graphEnum('LifecyclePoint', 'Point of the lifecycle, with its service (环节).', {
  PLAN: 'Decide which accounts are to bring what; planning (计划).',
  ACQUIRE: 'From an account to an opportunity; acquisition (获客).',
  WIN: 'From an opportunity to a contract; deal (拿单).',
  COLLECT: 'From a contract to its last payment; receivables (回款).',
  RENEW: 'From a contract to the next one; customer-success (续单).',
});
export type LifecyclePoint = keyof typeof LifecyclePoint;

export const StepOwnerRole = graphEnum('StepOwnerRole', 'Role of who is accountable for a step (责任角色).', {
  REP: 'Sells (销售代表).',
  MANAGER: 'Leads a team (销售经理).',
  EXECUTIVE: 'Leads the company (高管).',
  FINANCE: 'Collects (财务).',
  DELIVERY: 'Delivers (交付).',
  PRESALES: 'Supports bids (售前).',
  CSM: 'Looks after customers (客户成功经理).',
});
export type StepOwnerRole = keyof typeof StepOwnerRole;

/**
 * How a step of the process is done in this company (rules §10, capabilities X01–X07, X10). An edition is never changed, but replaced by the next
 * one or retired: steps go on with the edition that they began with.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'One edition of how a step of the process is done; owned by planning (步骤模板).' })
@Entity('step_template')
export class StepTemplate extends Aggregate {
  @Field(() => LifecyclePoint, { nullable: true, description: 'The point of the lifecycle it belongs to (环节).' })
  @Column('text')
  point!: LifecyclePoint;

  @Field(() => String, {
    nullable: true,
    description: 'Name that programs go by, the same in all editions, such as account-intelligence (步骤标识).',
  })
  @Column('text')
  stepKey!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the edition, from 1 (版次).' })
  @Column('int')
  edition!: number;

  @Field(() => Int, { nullable: true, description: 'Its place within the point, 1–1000 (顺序).' })
  @Column('int')
  place!: number;

  @Field(() => String, { nullable: true, description: 'What is to be done (标准动作).' })
  @Column('text')
  action!: string;

  @Field(() => [String], { nullable: true, description: 'What must be there before it starts (输入).' })
  @Column('text', { array: true })
  requiredInputs!: string[];

  @Field(() => [String], { nullable: true, description: 'What must be there before it is complete (输出).' })
  @Column('text', { array: true })
  requiredOutputs!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Least degree of execution at which it is complete, 0–100 (最低执行程度).',
  })
  @Column('int')
  leastDegree!: number;

  @Field(() => Int, { nullable: true, description: 'Days from the beginning to its planned start (计划开始).' })
  @Column('int')
  startDays!: number;

  @Field(() => Int, { nullable: true, description: 'Days from the beginning to its due day (计划完成).' })
  @Column('int')
  dueDays!: number;

  @Field(() => StepOwnerRole, { nullable: true, description: 'Role of who is accountable for it (责任角色).' })
  @Column('text')
  ownerRole!: StepOwnerRole;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a gap when it is late (是否必做).' })
  @Column('boolean')
  required!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was replaced or retired, UTC; null for the edition that steps begin from (停用时间).',
  })
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
