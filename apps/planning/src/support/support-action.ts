import { Aggregate, LocalDateScalar, NextStates } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { UserIdOf } from '../rep/user-id-of';
import { seenByLeadersAnd } from '../team/led';
import { SupportActionStatus, supportActionStatuses } from './support-action.statuses';
import { SupportKind } from './support-kind';

/** Help for a rep whose target was cut (capability P31): never only a lower number. For the rep, who sees to it, and who leads the rep's team. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Help for a rep whose target was cut, for the rep, its owner and who leads the team only; owned by planning (帮扶行动).',
})
@Entity('support_action')
export class SupportAction extends Aggregate {
  static readonly seenBy = seenByLeadersAnd('rep_id', 'owner_id');

  @Field(() => SupportKind, { nullable: true, description: 'What kind of help (帮扶方式).' })
  @Column('text')
  kind!: SupportKind;

  @Field(() => String, { nullable: true, description: 'What is to be done; null where nobody said (任务).' })
  @Column('text', { nullable: true })
  task!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when (到期日).' })
  @Column('date')
  dueOn!: string;

  @Field(() => SupportActionStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: SupportActionStatus;

  @NextStates(() => SupportActionStatus)
  get nextStatuses(): readonly SupportActionStatus[] {
    return supportActionStatuses.next(this.status);
  }

  @Field(() => String, { nullable: true, description: 'What came of it; null until it is done (结果).' })
  @Column('text', { nullable: true })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not given; null otherwise (取消原因).' })
  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @UserIdOf('completed or cancelled it', '结束人账号')
  enderUserId!: string | null;

  @Column('uuid')
  repId!: string;

  /** Nobody until somebody is named, where a revision opened it and the rep has no manager. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('uuid')
  planId!: string;

  /** The rebalancing that cut the target; null where a revision did. */
  @Column('uuid', { nullable: true })
  rebalancingId!: string | null;

  /** The revision that cut it; null where a rebalancing did. */
  @Column('uuid', { nullable: true })
  planVersionId!: string | null;
}
