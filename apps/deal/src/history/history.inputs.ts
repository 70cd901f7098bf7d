import { LocalDateScalar, MoneyInput, PastRows, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { type PaymentTermInput, PaymentTermsField } from '../contract/payment-terms';
import { DealKind } from '../deal/deal';
import { DealStage } from '../deal/deal.stages';

@InputType({ description: 'One deal of an older system, as it was (历史商机).' })
export class PastDealRow {
  @TextField('Its id in the older system, unique in the tenant; it makes sending the row again harmless (外部标识).', {
    max: 200,
  })
  externalId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who bought or did not; null when the older system does not say (客户).',
  })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'What it was about (产品).' })
  productId?: string | null;

  @Field(() => UUID, { description: 'The rep who was accountable (责任人).' })
  ownerId!: string;

  @TextField("The owner's team (团队).", { max: 200 })
  team!: string;

  @Field(() => DealKind, { defaultValue: 'NEW', description: 'New business, renewal or expansion (类型).' })
  kind!: DealKind;

  @Field(() => DealStage, { description: 'Where it stands: SIGNED and LOST are closed, the rest is open (阶段).' })
  stage!: DealStage;

  @Field(() => MoneyInput, { nullable: true, description: 'Its amount, not negative; required for SIGNED (金额).' })
  amount?: MoneyInput | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'When work on it began, from 1900-01-01 on and not in the future; default: closedOn, so that an open one must have it (启动日).',
  })
  openedOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'When it was signed or lost, from 1900-01-01 and openedOn on and not in the future; required for SIGNED and LOST (关闭日).',
  })
  closedOn?: string | null;

  @TextField('Why it was lost, where that is known (丢单原因).', { max: 2000, optional: true })
  lossReason?: string | null;

  @PaymentTermsField(
    'How its contract paid, 1–24 terms; where the older system does not say: the whole amount at signing (付款条款).',
    true,
  )
  paymentTerms?: PaymentTermInput[] | null;
}

@InputType({ description: 'Records deals of an older system; no gate is asked (补录历史商机).' })
export class RecordPastDealsInput {
  @PastRows(() => PastDealRow)
  rows!: PastDealRow[];
}

@InputType({ description: 'One contract of an older system, as it was, with the deal that won it (历史合同).' })
export class PastContractRow {
  @TextField(
    'Its id in the older system, unique in the tenant among contracts and among deals; it makes sending the row again harmless (外部标识).',
    { max: 200 },
  )
  externalId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who bought; null when the older system does not say (客户).',
  })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'What was bought (产品).' })
  productId?: string | null;

  @Field(() => UUID, { description: 'The rep who was accountable (责任人).' })
  ownerId!: string;

  @TextField("The owner's team (团队).", { max: 200 })
  team!: string;

  @Field(() => DealKind, { defaultValue: 'NEW', description: 'New business, renewal or expansion (类型).' })
  kind!: DealKind;

  @Field(() => MoneyInput, { description: 'The whole amount, with tax; not negative (金额).' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'When work on the deal began, from 1900-01-01 on and not in the future; the day of signing when the older system does not say (启动日).',
  })
  openedOn?: string | null;

  @Field(() => LocalDateScalar, {
    description: 'The day of signing, from 1900-01-01 and openedOn on and not in the future (签约日).',
  })
  signedOn!: string;

  @PaymentTermsField(
    'How it paid, 1–24 terms; where the older system does not say: the whole amount at signing (付款条款).',
    true,
  )
  paymentTerms?: PaymentTermInput[] | null;
}

@InputType({ description: 'Records contracts of an older system; no gate is asked (补录历史合同).' })
export class RecordPastContractsInput {
  @PastRows(() => PastContractRow)
  rows!: PastContractRow[];
}
