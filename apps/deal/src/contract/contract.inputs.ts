import { CommandInput, LocalDateScalar, MoneyInput, UUID } from '@fivepoint/service';
import { MaxLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { PaymentTermInput } from './payment-terms';

@InputType({ description: 'The part of a contract that comes back every term (经常性部分).' })
export class RecurringPartInput {
  @Field(() => MoneyInput, { description: 'What one term is worth (每期金额).' })
  amount!: MoneyInput;

  @Field(() => Int, { description: 'Months of one term, 1–240 (期限,月).' })
  termMonths!: number;

  @Field(() => LocalDateScalar, {
    description: 'First day of the first term, from the day of signing to ten years after it (起始日).',
  })
  startsOn!: string;
}

@InputType({ description: 'Signs the contract of a deal that is in NEGOTIATE (签约).' })
export class SignContractInput extends CommandInput {
  @Field(() => UUID, { description: 'The deal (商机).' })
  dealId!: string;

  @Field(() => MoneyInput, { description: 'The whole amount, with tax; more than zero (合同金额).' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day of signing, from the day the deal was opened, not in the future; default: today in the tenant's time zone (签约日).",
  })
  signedOn?: string | null;

  @Field(() => [PaymentTermInput], {
    description: 'How it pays, 1–24 terms; basis points must sum to 10000 (付款条款).',
  })
  paymentTerms!: PaymentTermInput[];

  @Field(() => Int, { defaultValue: 12, description: 'Months of warranty after acceptance, 0–240 (质保期,月).' })
  warrantyMonths!: number;

  @Field(() => RecurringPartInput, {
    nullable: true,
    description: 'What comes back every term, if anything does (经常性部分).',
  })
  recurring?: RecurringPartInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number that the parties gave it; unique in the tenant (合同编号).',
  })
  @MaxLength(100, { message: 'number may have at most 100 characters' })
  number?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The deal's version that you read; refused when it changed since (期望版本).",
  })
  expectedVersion?: number | null;
}
