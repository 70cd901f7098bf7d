import { Money, splitByBasisPoints } from '@fivepoint/kernel';
import {
  type EntityReference,
  LocalDateScalar,
  MoneyValue,
  OptionalMoneyValue,
  OwnedAggregate,
  referenceTo,
} from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { DealKind } from '../deal/deal';
import { PlanLine, Product, Rep } from '../references/references';
import { PaymentTerm, type PaymentTermValue } from './payment-terms';

/** A signed contract: what receivables collects and customer success renews. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A signed contract; owned by deal (合同).' })
@Entity('contract')
export class Contract extends OwnedAggregate {
  @Column('uuid')
  dealId!: string;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Field(() => String, { nullable: true, description: 'The number that the parties gave it (合同编号).' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => DealKind, { nullable: true, description: 'New business, renewal or expansion (合同类型).' })
  @Column('text')
  kind!: DealKind;

  @Field(() => MoneyValue, { nullable: true, description: 'The whole amount, with tax (合同金额).' })
  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of signing (签约日).' })
  @Column('date')
  signedOn!: string;

  @Field(() => [PaymentTerm], { nullable: true, description: 'How it pays; basis points sum to 10000 (付款条款).' })
  @Column('jsonb')
  paymentTerms!: PaymentTermValue[];

  @Field(() => Int, { nullable: true, description: 'Months of warranty after acceptance, 0–240 (质保期，月).' })
  @Column('int')
  warrantyMonths!: number;

  /** What one term of the recurring part is worth; the graph shows the three columns as `recurring`. */
  @Column(() => OptionalMoneyValue)
  recurring!: MoneyValue | null;

  @Column('int', { nullable: true })
  termMonths!: number | null;

  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;

  @Field(() => MoneyValue, { nullable: true, description: 'What is due at signing (首付款).' })
  get downPayment(): MoneyValue {
    return MoneyValue.of(downPaymentOf(this.amount.money, this.paymentTerms));
  }

  @Field(() => Account, { nullable: true, description: 'Who bought (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What was bought (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => PlanLine, { nullable: true, description: 'The plan line it counts for (计划行).' })
  get planLine(): EntityReference | null {
    return referenceTo(this.planLineId);
  }
}

/** What is due at signing: the terms that signing triggers, split exactly as receivables splits them (rules §7). */
export function downPaymentOf(amount: Money, terms: readonly PaymentTermValue[]): Money {
  const parts = splitByBasisPoints(
    amount.minor,
    terms.map(({ basisPoints }) => basisPoints),
  );
  const atSigning = parts.filter((_, index) => terms[index]?.trigger === 'SIGNING');
  return Money.of(
    atSigning.reduce((sum, part) => sum + part, 0n),
    amount.currency,
  );
}
