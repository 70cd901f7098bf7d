import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';
import { UserIdOf } from '../rep/user-id-of';
import { LifecycleStage } from '../rules/lifecycle-stages';

/** Somebody's word in place of the computed stage or score, for a while (rules §2). What is computed goes on beneath it. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A stage or a score that somebody set in place of the computed one, for a while; owned by planning (人工调整).',
})
@Entity('relationship_override')
export class RelationshipOverride extends Aggregate {
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Field(() => LifecycleStage, { nullable: true, description: 'The stage; null where it is a score (关系阶段).' })
  @Column('text', { nullable: true })
  stage!: LifecycleStage | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The relationship score, 0–100; null where it is a stage (关系评分).',
  })
  @Column('int', { nullable: true })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it was set (原因).' })
  @Column('text')
  reason!: string;

  @UserIdOf('set it', '调整人账号')
  setterUserId!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day from which on it counts (生效日).' })
  @Column('date')
  setOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it counts (到期日).' })
  @Column('date')
  expiresOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was taken back and counted no more; null where it was not (撤销日).',
  })
  @Column('date', { nullable: true })
  endedOn!: string | null;

  @UserIdOf('took it back', '撤销人账号')
  enderUserId!: string | null;
}
