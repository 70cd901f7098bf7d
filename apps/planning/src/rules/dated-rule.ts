import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { UserIdOf } from '../rep/user-id-of';

/** A rule of the tenant that is in force from a day on, until a later one is. It is never changed: another one takes its place. */
@ObjectType()
export abstract class DatedRule extends Aggregate {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'In force from this day on, until another one is; of one day the one recorded last counts (生效日).',
  })
  @Column('date')
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'Why it is so from then on; null where nobody said (原因).' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @UserIdOf('adopted it', '制定人账号')
  adopterUserId!: string | null;
}
