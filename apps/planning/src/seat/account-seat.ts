import { Aggregate, graphEnum, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';

export const IronTriangleSeat = graphEnum(
  'IronTriangleSeat',
  'A seat of the iron triangle of an account (铁三角席位).',
  {
    ACCOUNT_MANAGER: 'Looks after the business with the customer (业务).',
    SOLUTION: 'Answers for what is offered technically (技术).',
    DELIVERY: 'Answers for what is delivered (交付).',
  },
);
export type IronTriangleSeat = keyof typeof IronTriangleSeat;

/**
 * Somebody in a seat of an account's iron triangle, from a day on and until a day (capability P38). One holder at a time: who comes next begins
 * no earlier than the last one ended. Nothing is deleted, so that it can be told who held which seat when.
 */
@Directive('@key(fields: "id")')
@ObjectType({
  description: "A rep in a seat of an account's iron triangle, for a time; owned by planning (铁三角任职).",
})
@Entity('account_seat')
export class AccountSeat extends Aggregate {
  /** Who sees the account sees who looks after it. */
  static readonly seenBy = seenWithItsAccount;

  @Field(() => IronTriangleSeat, { nullable: true, description: 'Which seat (席位).' })
  @Column('text')
  seat!: IronTriangleSeat;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day in the seat (任职日).' })
  @Column('date')
  assignedOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day from which on the rep is not in it any more; null while it is held (离任日).',
  })
  @Column('date', { nullable: true })
  vacatedOn!: string | null;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  repId!: string;
}
