import { LocalDateScalar, TenantRow } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';
import { TouchKind, TouchOutcome } from '../touch/touch-enums';

/** A touch as any service told of it: a projection, which can be rebuilt. Its id is the touch's. */
@ObjectType({
  description: 'A touch with the people of an account, as any of the five services told of it (客户接触).',
})
@Entity('account_touch')
export class AccountTouch extends TenantRow {
  static readonly seenBy = seenWithItsAccount;

  @Field({ description: 'The service that told of it, such as deal (来源服务).' })
  @Column('text')
  service!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { array: true })
  contactIds!: string[];

  @Column('uuid', { nullable: true })
  repId!: string | null;

  @Field(() => TouchKind, { description: 'How they were met (接触方式).' })
  @Column('text')
  kind!: TouchKind;

  @Field(() => TouchOutcome, { description: 'What came of it (接触结果).' })
  @Column('text')
  outcome!: TouchOutcome;

  @Field(() => LocalDateScalar, { description: 'The day on which it was (接触日).' })
  @Column('date')
  touchedOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the next step; null where none was agreed (下一步日期).',
  })
  @Column('date', { nullable: true })
  nextOn!: string | null;

  /** The event that told of it. */
  @Column('uuid')
  eventId!: string;
}
