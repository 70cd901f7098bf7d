import type { LocalDate } from '@fivepoint/kernel';
import { CommandInput, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { MilestoneKind } from './milestone';

@InputType({ description: 'Records that a contract reached a milestone: instalments fall due by it (登记交付节点).' })
export class RecordMilestoneInput extends CommandInput {
  @Field(() => UUID, { description: 'The contract (合同).' })
  contractId!: string;

  @Field(() => MilestoneKind, { description: 'What was reached; each once per contract (类型).' })
  kind!: MilestoneKind;

  @Field(() => LocalDateScalar, {
    description:
      'The actual day, from 2000-01-01 on and not in the future; acceptance and end of warranty not before the signing, the end of the warranty not before warrantyMonths after the acceptance, which must be recorded first; a delivery may come before the signing, from which on it is receivable (实际日期).',
  })
  reachedOn!: LocalDate;

  @TextField('Who signed for the customer (签收人).', { max: 200, optional: true })
  signer?: string | null;
}
