import type { LocalDate } from '@fivepoint/kernel';
import { LocalDateScalar, MoneyInput, PastRows, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'One receivable of an older system, as it was (历史应收款).' })
export class PastReceivableRow {
  @TextField(
    'Its id in the older system, such as the number of the invoice, unique in the tenant; it makes sending the row again harmless (外部标识).',
    { max: 200 },
  )
  externalId!: string;

  @Field(() => UUID, {
    description:
      "The contract it belongs to, by deal's id; deal may tell of it before or after this; at most 100 receivables each (合同).",
  })
  contractId!: string;

  @Field(() => UUID, { description: 'Who owes or owed it (客户).' })
  accountId!: string;

  @Field(() => MoneyInput, { description: 'The whole of it, with tax; more than zero (金额).' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    description:
      'The day from which it was receivable: that of the invoice; from 1900-01-01 on and not in the future (开票日).',
  })
  invoicedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The due date; not before invoicedOn (到期日).' })
  dueOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The value date on which all of it was paid, from 1900-01-01 on and not in the future; null when it is still open (到账日).',
  })
  receivedOn?: LocalDate | null;

  @Field({
    defaultValue: false,
    description: 'The customer disputed it; resolved by its payment, if it was paid (有争议).',
  })
  disputed!: boolean;

  @Field(() => UUID, { description: 'The rep who was accountable (责任人).' })
  ownerId!: string;

  @TextField("The owner's team (团队).", { max: 200 })
  team!: string;
}

@InputType({ description: 'Records receivables of an older system; no gate is asked (补录历史应收款).' })
export class RecordPastReceivablesInput {
  @PastRows(() => PastReceivableRow)
  rows!: PastReceivableRow[];
}
