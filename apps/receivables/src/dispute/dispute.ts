import type { LocalDate } from '@fivepoint/kernel';
import {
  type EntityReference,
  graphEnum,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OptionalMoneyValue,
  OwnedAggregate,
  referenceTo,
} from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Contract } from '../contract/contract';
import { Rep } from '../references/references';
import { DisputeStatus, disputeStatuses } from './dispute.statuses';

export const DisputeReason = graphEnum('DisputeReason', 'Why the customer holds payment back (争议原因).', {
  QUALITY: 'Flaws of what was delivered (质量瑕疵).',
  DELAY: 'It came late (交付延误).',
  DOCUMENTS: 'Papers are missing or wrong (单据不全).',
  PRICE: 'The price or the sum (价格).',
  OTHER: 'Something else, or not known (其他).',
});
export type DisputeReason = keyof typeof DisputeReason;

/** A reason why the customer does not pay (capability R05): about one instalment, or about the whole contract. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A reason for which the customer holds payment back; owned by receivables (争议).' })
@Entity('dispute')
export class Dispute extends OwnedAggregate {
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  accountId!: string;

  /** Null when it is about the whole contract. */
  @Column('uuid', { nullable: true })
  instalmentId!: string | null;

  @Field(() => DisputeStatus, { nullable: true, description: 'Whether it is still open (状态).' })
  @Column('text')
  status!: DisputeStatus;

  @NextStates(() => DisputeStatus)
  get nextStatuses(): readonly DisputeStatus[] {
    return disputeStatuses.next(this.status);
  }

  @Field(() => DisputeReason, { nullable: true, description: 'Why (原因).' })
  @Column('text')
  reason!: DisputeReason;

  @Field(() => String, { nullable: true, description: 'What the customer says (说明).' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => MoneyValue, { nullable: true, description: 'The sum held back, if it is stated (争议金额).' })
  @Column(() => OptionalMoneyValue)
  amount!: MoneyValue | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was raised (提出日).' })
  @Column('date')
  openedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was closed (解决日).' })
  @Column('date', { nullable: true })
  resolvedOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'How it ended (处理结果).' })
  @Column('text', { nullable: true })
  resolution!: string | null;

  @Field(() => Account, { nullable: true, description: 'Who holds payment back (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => Contract, { nullable: true, description: 'The contract it is about (合同).' })
  get contract(): EntityReference | null {
    return referenceTo(this.contractId);
  }
}
