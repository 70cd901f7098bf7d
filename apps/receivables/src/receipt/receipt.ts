import type { LocalDate } from '@fivepoint/kernel';
import {
  type EntityReference,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OwnableAggregate,
  referenceTo,
  type Role,
} from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Rep } from '../references/references';
import { ReceiptStatus, receiptStatuses } from './receipt.statuses';

/** Money that came in, known by our own account and the bank's serial number. What it pays stands in the ledger. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Money that came in, known by our own account and the serial number of the bank; owned by receivables (到账单).',
})
@Entity('receipt')
export class Receipt extends OwnableAggregate {
  /** Delivery sees what is due and what was collected, but not whose money came in, what of it is credit, and what waits in suspense. */
  static readonly seesAll: readonly Role[] = ['FINANCE'];

  /** Null while it waits in suspense. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Our own account that the money came to, without blanks (收款账号).',
  })
  @Column('text')
  ownAccount!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The serial number that the bank gave it, without blanks (银行流水号).',
  })
  @Column('text')
  bankSerial!: string;

  @Field(() => String, { nullable: true, description: 'Who paid, as the bank names it (付款方).' })
  @Column('text', { nullable: true })
  payer!: string | null;

  @Field(() => MoneyValue, { nullable: true, description: 'What came in (到账金额).' })
  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The value date at the bank (到账日).' })
  @Column('date')
  receivedOn!: LocalDate;

  @Field(() => ReceiptStatus, { nullable: true, description: 'How far it has found its place (认款状态).' })
  @Column('text')
  status!: ReceiptStatus;

  @NextStates(() => ReceiptStatus)
  get nextStatuses(): readonly ReceiptStatus[] {
    return receiptStatuses.next(this.status);
  }

  @Field(() => Account, { nullable: true, description: 'Whose money it was; null in suspense (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Rep, {
    nullable: true,
    description: 'The one accountable rep, by what it pays; null in suspense (责任人).',
  })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }
}
