import {
  CommandInput,
  ExpectedVersion,
  LocalDateScalar,
  MoneyInput,
  TextField,
  UUID,
  WholeField,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { DealKind } from '../deal/deal';
import { type PaymentTermInput, PaymentTermsField } from './payment-terms';
import { RecurringPartInput } from './recurring-part';

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

  @PaymentTermsField('How it pays, 1–24 terms; basis points must sum to 10000 (付款条款).')
  paymentTerms!: PaymentTermInput[];

  @WholeField('Months of warranty after acceptance (质保期，月).', { min: 0, max: 240, default: 12 })
  warrantyMonths!: number;

  @Field(() => RecurringPartInput, {
    nullable: true,
    description: 'What comes back every term, if anything does (经常性部分).',
  })
  recurring?: RecurringPartInput | null;

  @TextField('The number that the parties gave it, unique in the tenant (合同编号).', { max: 100, optional: true })
  number?: string | null;

  @ExpectedVersion('deal')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of contracts; all given conditions must hold (筛选).' })
export class ContractFilter {
  @Field(() => [DealKind], { nullable: true, description: 'Of one of these kinds (合同类型).' })
  kinds?: DealKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number contains this, in upper or lower case (合同编号包含).',
  })
  numberContains?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Signed on this day or after (签约日起).' })
  signedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Signed on this day or before (签约日止).' })
  signedTo?: string | null;
}
