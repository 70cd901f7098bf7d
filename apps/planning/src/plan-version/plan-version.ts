import {
  DateTime,
  type Identity,
  type Narrowing,
  ownOrTeams,
  seesAllIn,
  seesEveryRow,
  TenantRow,
} from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { UserIdOf } from '../rep/user-id-of';
import { PlanVersionStatus } from './plan-version.statuses';

/**
 * What a plan said at one time (capability P02): the plan itself stays what it is, each revision is a version of it with the state of all its
 * lines. At most one is open (DRAFT or SUBMITTED); the one that counts stays in force until a later one is approved.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a plan says in one of its versions; owned by planning (计划版本).' })
@Entity('plan_version')
export class PlanVersion extends TenantRow {
  /** Who sees the plan sees its versions. */
  static readonly seenBy = (identity: Identity): Narrowing => {
    if (seesEveryRow({ identity, seesAll: seesAllIn.planning })) return () => undefined;
    const { sql, parameters } = ownOrTeams('p', identity);
    const ofAPlanInSight = `exists (
      select from plan p where p.tenant_id = e.tenant_id and p.id = e.plan_id and (${sql}))`;
    return (query) => void query.andWhere(ofAPlanInSight, parameters);
  };

  @Column('uuid')
  planId!: string;

  /** The version that it was copied from. */
  @Column('uuid', { nullable: true })
  basisId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Which version of its plan it is, from 1 (版本序号).' })
  @Column('int')
  number!: number;

  @Field(() => PlanVersionStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: PlanVersionStatus;

  @Field(() => String, { nullable: true, description: 'Why the plan was revised; null for the first (修订原因).' })
  @Column('text', { nullable: true })
  revisionReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was begun, UTC (创建时间).' })
  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @UserIdOf('began it', '编制人账号')
  authorUserId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last handed in, UTC (提交时间).' })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { nullable: true })
  submitterId!: string | null;

  @UserIdOf('last handed it in', '提交人账号')
  submitterUserId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last returned, UTC (退回时间).' })
  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;

  @Column('uuid', { nullable: true })
  returnerId!: string | null;

  @UserIdOf('last returned it', '退回人账号')
  returnerUserId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was last returned (退回原因).' })
  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved, UTC (批准时间).' })
  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The role by which it was approved (批准角色).' })
  @Column('text', { nullable: true })
  approvedAs!: string | null;

  @Column('uuid', { nullable: true })
  approverId!: string | null;

  @UserIdOf('approved it', '批准人账号')
  approverUserId!: string | null;

  @Field(() => String, { nullable: true, description: 'What the approver said to it (批准说明).' })
  @Column('text', { nullable: true })
  approvalReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it came in force, UTC (生效时间).' })
  @Column('timestamptz', { nullable: true })
  inForceAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was superseded, closed or discarded, UTC (结束时间).',
  })
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  closerId!: string | null;

  @UserIdOf('superseded, closed or discarded it', '结束人账号')
  closerUserId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was discarded (放弃原因).' })
  @Column('text', { nullable: true })
  discardReason!: string | null;
}
