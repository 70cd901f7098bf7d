import type { LocalDate } from '@fivepoint/kernel';
import {
  type EntityReference,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OptionalMoneyValue,
  OwnedAggregate,
  referenceTo,
} from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Contract } from '../contract/contract';
import { Rep } from '../references/references';
import { InstalmentStatus, instalmentStatuses } from './instalment.statuses';
import { InstalmentTrigger } from './instalment.triggers';

/** One of the payments of a contract. What was collected of it is the sum of its ledger entries and stands in no column. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'One of the payments of a contract; owned by receivables (分期款).' })
@Entity('instalment')
export class Instalment extends OwnedAggregate {
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  accountId!: string;

  @Field(() => Int, { nullable: true, description: 'Its place in the contract, from 1 (期次).' })
  @Column('int')
  number!: number;

  @Field(() => String, { nullable: true, description: 'What the parties call it, such as 首付款 (名称).' })
  @Column('text')
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its share of the contract in basis points; null in recorded history, which tells amounts only (占比，万分之一).',
  })
  @Column('int', { nullable: true })
  basisPoints!: number | null;

  @Field(() => InstalmentTrigger, { nullable: true, description: 'What makes it fall due (触发点).' })
  @Column('text')
  trigger!: InstalmentTrigger;

  @Field(() => Int, { nullable: true, description: 'Days from the trigger to the due date, 0–3650 (账期天数).' })
  @Column('int')
  dueDays!: number;

  @Field(() => MoneyValue, { nullable: true, description: 'The whole of it, with tax (应收金额).' })
  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day from which it is receivable: its trigger came, and the contract was signed; null before, when it is a contract asset (触发日).',
  })
  @Column('date', { nullable: true })
  triggeredOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The due date; null before its trigger (到期日).' })
  @Column('date', { nullable: true })
  dueOn!: LocalDate | null;

  @Field(() => InstalmentStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: InstalmentStatus;

  @NextStates(() => InstalmentStatus)
  get nextStatuses(): readonly InstalmentStatus[] {
    return instalmentStatuses.next(this.status);
  }

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day payment was claimed (请款日).' })
  @Column('date', { nullable: true })
  claimedOn!: LocalDate | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'What was claimed: the outstanding of that day; neither the invoiced nor the collected sum (请款金额).',
  })
  @Column(() => OptionalMoneyValue)
  claimed!: MoneyValue | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The value date of the receipt that paid the last of it (收齐日).',
  })
  @Column('date', { nullable: true })
  collectedOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;

  @Field(() => Account, { nullable: true, description: 'Who pays (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => Contract, { nullable: true, description: 'The contract it is part of (合同).' })
  get contract(): EntityReference | null {
    return referenceTo(this.contractId);
  }
}
