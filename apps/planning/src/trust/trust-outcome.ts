import { Aggregate, graphEnum, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';

export const TrustOutcomeKind = graphEnum('TrustOutcomeKind', 'What came of a contact with a person (接触结果).', {
  KEPT_PROMISE: 'We kept a promise (履约).',
  GOOD_CONTACT: 'It was a good contact (良好接触).',
  BROKEN_PROMISE: 'We broke a promise (失约).',
});
export type TrustOutcomeKind = keyof typeof TrustOutcomeKind;

/** What came of a contact with a person (rules §2, capability S05). It is never changed: trust is what all of them make. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What came of a contact with a person, which moves trust; owned by planning (信任记录).' })
@Entity('trust_outcome')
export class TrustOutcome extends Aggregate {
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  contactId!: string;

  @Field(() => TrustOutcomeKind, { nullable: true, description: 'What came of it (结果).' })
  @Column('text')
  kind!: TrustOutcomeKind;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it happened (发生日).' })
  @Column('date')
  happenedOn!: string;

  @Field(() => String, { nullable: true, description: 'What it was about; null where nobody said (说明).' })
  @Column('text', { nullable: true })
  note!: string | null;

  /** The touch that it came of, where it was not recorded by itself. */
  @Column('uuid', { nullable: true })
  touchId!: string | null;
}
