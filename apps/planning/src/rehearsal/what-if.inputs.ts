import { wholeInBasisPoints } from '@fivepoint/kernel';
import { AtMost, LocalDateScalar, MoneyInput, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { type OutlookPaymentInput, PaymentsField } from '../outlook/payments';
import { SlipField } from '../outlook/slip';
import type { RehearsalCorrelationInput } from './correlations';
import { CorrelationsField, SeedField } from './rehearsal.inputs';

@InputType({ description: 'A line of the plan as it might be; what is left out stays as it is (假设变更).' })
export class WhatIfChangeInput {
  @Field(() => UUID, { description: 'The line (计划行).' })
  planLineId!: string;

  @Field({ defaultValue: false, description: 'The plan without this line (不计此行).' })
  leftOut!: boolean;

  @Field(() => MoneyInput, {
    nullable: true,
    description: "Its target: more than zero, in the plan's currency (目标).",
  })
  target?: MoneyInput | null;

  @WholeField('That it closes at all, in basis points (赢单概率，万分之一).', {
    min: 0,
    max: wholeInBasisPoints,
    optional: true,
  })
  probabilityBasisPoints?: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "When it closes if nothing slips, from the first to the last day of the plan's period (预计成交日).",
  })
  closesOn?: string | null;

  @SlipField()
  slipBasisPoints?: number[] | null;
}

@InputType({ description: 'A line that the plan might have besides (假设新增行).' })
export class WhatIfAddedLineInput {
  @Field(() => MoneyInput, { description: "What is to be sold: more than zero, in the plan's currency (目标)." })
  target!: MoneyInput;

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
}

@InputType({ description: 'A plan as it might be (假设推演).' })
export class WhatIfInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => UUID, {
    nullable: true,
    description:
      'Which version of it; default: the one that counts, which is the first before its approval (计划版本).',
  })
  planVersionId?: string | null;

  @SeedField()
  seed?: string | null;

  @WholeField('How many times both are played through (推演次数).', { min: 1_000, max: 20_000, default: 10_000 })
  trialCount!: number;

  @CorrelationsField()
  correlations!: RehearsalCorrelationInput[];

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      "What is to be booked: more than zero, in the plan's currency; default: the sum of its lines as they are (目标).",
  })
  target?: MoneyInput | null;

  @Field(() => [WhatIfChangeInput], { defaultValue: [], description: 'Changed lines, at most 100 (变更行).' })
  @AtMost(100, 'change the plan itself, and rehearse it')
  changes!: WhatIfChangeInput[];

  @Field(() => [WhatIfAddedLineInput], { defaultValue: [], description: 'Added lines, at most 100 (新增行).' })
  @AtMost(100, 'add them to the plan, and rehearse it')
  added!: WhatIfAddedLineInput[];
}
