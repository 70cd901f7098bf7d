import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';
import { TouchKind, TouchOutcome } from './touch-enums';

/** That somebody met the people of an account, or tried to, as planning recorded it (capability P19). It is never changed. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'That somebody met the people of an account, or tried to; owned by planning (接触记录).',
})
@Entity('touch_record')
export class TouchRecord extends Aggregate {
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { array: true })
  contactIds!: string[];

  @Column('uuid', { nullable: true })
  repId!: string | null;

  @Field(() => TouchKind, { nullable: true, description: 'How they were met (接触方式).' })
  @Column('text')
  kind!: TouchKind;

  @Field(() => TouchOutcome, { nullable: true, description: 'What came of it (接触结果).' })
  @Column('text')
  outcome!: TouchOutcome;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was (接触日).' })
  @Column('date')
  touchedOn!: string;

  @Field(() => String, { nullable: true, description: 'What it was about; null where nobody said (说明).' })
  @Column('text', { nullable: true })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be done next; null where nothing is (下一步).' })
  @Column('text', { nullable: true })
  nextStep!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the next step; null while it is open (下一步日期).',
  })
  @Column('date', { nullable: true })
  nextOn!: string | null;
}
