import { Decimal, Refusal } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { RehearsalDifference } from './difference';
import { RehearsalResult } from './rehearsal-result';

@ObjectType({ description: 'A line of a plan as it might be, and how much the target hangs on it (假设推演行).' })
export class WhatIfLine {
  /** The graph shows the line itself, to those who may see it. */
  planLineId!: string | null;

  @Field({ description: 'Whether the plan has it only in this supposition (新增行).' })
  isAdded!: boolean;

  @Field(() => Int, { description: 'In how many trials it closed within the period (成交次数).' })
  closedCount!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'P(hit | it closes) − P(hit | it does not), with 4 decimals; null where it always or never closed (敏感度).',
  })
  sensitivity!: string | null;
}

@ObjectType({
  description: 'A plan as it might be, beside the plan as it is, on the same luck; nothing is kept (假设推演).',
})
export class WhatIf {
  @Field(() => Decimal, { description: 'From which all luck followed: give it again to compare (随机种子).' })
  seed!: string;

  @Field(() => Int, { description: 'How many times both were played through (推演次数).' })
  trialCount!: number;

  @Field(() => RehearsalResult, { description: 'The plan as it might be (假设结果).' })
  result!: RehearsalResult;

  @Field(() => RehearsalResult, { description: 'The plan as it is (现状结果).' })
  unchanged!: RehearsalResult;

  @Field(() => RehearsalDifference, { description: 'As it might be, less as it is (差异).' })
  difference!: RehearsalDifference;

  @Field(() => [WhatIfLine], { description: 'The 20 lines on which the target hangs most, as it might be (敏感行).' })
  lines!: WhatIfLine[];
}

@ObjectType({ implements: Refusal, description: 'Others are trying suppositions at this moment (推演繁忙).' })
export class RehearsalBusy extends Refusal {
  constructor() {
    super('REHEARSAL_BUSY', 'Others are trying suppositions at this moment; ask again in a few seconds.');
  }
}
