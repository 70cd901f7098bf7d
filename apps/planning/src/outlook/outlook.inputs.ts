import { wholeInBasisPoints } from '@fivepoint/kernel';
import { CommandInput, ExpectedVersion, LocalDateScalar, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { type OutlookPaymentInput, PaymentsField } from './payments';
import { SlipField } from './slip';

@InputType({ description: 'Says what is expected of a plan line, in place of what was said before (登记计划行预判).' })
export class RecordLineOutlookInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan line (计划行).' })
  planLineId!: string;

  @WholeField('That it closes at all, in basis points (赢单概率，万分之一).', { min: 0, max: wholeInBasisPoints })
  probabilityBasisPoints!: number;

  @Field(() => LocalDateScalar, {
    description: "When it closes if nothing slips, from the first to the last day of the plan's period (预计成交日).",
  })
  closesOn!: string;

  @SlipField()
  slipBasisPoints?: number[] | null;

  @TextField('Lines of a group share their luck; default: on its own (相关组).', { max: 100, optional: true })
  correlationGroup?: string | null;

  @PaymentsField()
  payments?: OutlookPaymentInput[] | null;

  @ExpectedVersion('outlook')
  expectedVersion?: number | null;
}
