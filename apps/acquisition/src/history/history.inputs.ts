import { LocalDateScalar, MoneyInput, PastRows, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { LeadSource } from '../lead/lead';
import { PurchasePattern } from '../pursuit/purchase-pattern';

@InputType({ description: 'One lead of an older system, as it was (历史线索).' })
export class PastLeadRow {
  @TextField('Its id in the older system, unique in the tenant; it makes sending the row again harmless (外部标识).', {
    max: 200,
  })
  externalId!: string;

  @TextField('What it is about, in a line (标题).', { max: 200 })
  title!: string;

  @Field(() => LeadSource, { defaultValue: 'OTHER', description: 'Where it came from (来源).' })
  source!: LeadSource;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who may buy; null when the older system does not say (客户).',
  })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'What it is about (产品).' })
  productId?: string | null;

  @Field(() => UUID, { description: 'The rep who is accountable (责任人).' })
  ownerId!: string;

  @TextField("The owner's team (团队).", { max: 200 })
  team!: string;

  @Field(() => LocalDateScalar, { description: 'When it came, from 1900-01-01 on and not in the future (获取日).' })
  capturedOn!: string;

  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'How the customer buys, where that is known (购买类型).',
  })
  purchasePattern?: PurchasePattern | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Expected amount, not negative (预计金额).' })
  expectedAmount?: MoneyInput | null;
}

@InputType({ description: 'Records leads of an older system; no gate is asked (补录历史线索).' })
export class RecordPastLeadsInput {
  @PastRows(() => PastLeadRow)
  rows!: PastLeadRow[];
}
