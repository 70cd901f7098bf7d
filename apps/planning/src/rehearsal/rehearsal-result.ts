import { Money, roundedRatio } from '@fivepoint/kernel';
import { Decimal, graphEnum, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { monthsOf } from './months';
import type { Percentiles } from './outcome';
import type { RehearsalFigures } from './rehearse';

export const ExactMissingReason = graphEnum(
  'ExactMissingReason',
  'Why there is no exact distribution (无精确分布原因).',
  {
    CORRELATED: 'Lines share their luck (行间相关).',
    TOO_MANY_SUMS: 'Too many different sums may be booked (组合过多).',
  },
);
export type ExactMissingReason = keyof typeof ExactMissingReason;

@ObjectType({ description: 'Three percentiles of an amount, by nearest rank (分位数).' })
export class AmountPercentiles {
  @Field(() => MoneyValue, { description: 'One in ten comes to no more than this (十分位).' })
  p10!: MoneyValue;

  @Field(() => MoneyValue, { description: 'Half comes to no more than this (P50，中位数).' })
  p50!: MoneyValue;

  @Field(() => MoneyValue, { description: 'Nine in ten come to no more than this (九十分位).' })
  p90!: MoneyValue;
}

@ObjectType({ description: 'What is booked and what comes in within a calendar month (月度推演).' })
export class RehearsedMonth {
  @Field(() => LocalDateScalar, { description: 'Its first day within the period (起始日).' })
  startsOn!: string;

  @Field(() => AmountPercentiles, { description: 'What is booked (签约额).' })
  bookings!: AmountPercentiles;

  @Field(() => AmountPercentiles, {
    description: 'What comes in; what comes after the period is in no month (回款额).',
  })
  cash!: AmountPercentiles;
}

@ObjectType({ description: 'What the target needs beside what is booked with a confidence (风险裕量).' })
export class ConfidenceMargin {
  @Field(() => Int, { description: 'The confidence, in basis points: 8000, 9000 or 9500 (置信度，万分之一).' })
  confidenceBasisPoints!: number;

  @Field(() => MoneyValue, {
    description:
      'The target less the greatest amount that is booked with this confidence; 0 where it is reached (裕量).',
  })
  margin!: MoneyValue;
}

@ObjectType({ description: 'The same worked out without any trial, as a check (精确分布).' })
export class ExactRehearsal {
  @Field(() => Decimal, {
    description: 'The chance that the target is booked, from 0 to 1 with 4 decimals (达成概率).',
  })
  hitProbability!: string;

  @Field(() => AmountPercentiles, { description: 'What is booked within the period (签约额).' })
  bookings!: AmountPercentiles;
}

@ObjectType({ description: 'What a rehearsal says of a plan (推演结果).' })
export class RehearsalResult {
  @Field(() => MoneyValue, { description: "Each line's target by its probability, delays aside (加权额)." })
  weighted!: MoneyValue;

  @Field(() => Decimal, {
    description: 'The share of trials that booked at least the target, from 0 to 1 with 4 decimals (达成概率).',
  })
  hitProbability!: string;

  @Field(() => AmountPercentiles, { description: 'What is booked within the period (签约额).' })
  bookings!: AmountPercentiles;

  @Field(() => AmountPercentiles, {
    nullable: true,
    description:
      'What comes in within the period; what comes after it is not in it; null of rehearsals that were played before it was worked out (回款额).',
  })
  cash!: AmountPercentiles | null;

  @Field(() => [RehearsedMonth], { description: 'By calendar month, from the first day of the plan (分月).' })
  months!: RehearsedMonth[];

  @Field(() => [ConfidenceMargin], { description: 'For 80, 90 and 95 % (风险裕量).' })
  margins!: ConfidenceMargin[];

  @Field(() => ExactRehearsal, {
    nullable: true,
    description: 'Worked out exactly; null where it cannot be (精确分布).',
  })
  exact!: ExactRehearsal | null;

  @Field(() => ExactMissingReason, {
    nullable: true,
    description: 'Why it cannot; null where it can (无精确分布原因).',
  })
  exactMissingReason!: ExactMissingReason | null;
}

interface Period {
  startsOn: string;
  endsOn: string;
}

/** Figures as the graph shows them. Pure. */
export function resultOf(figures: RehearsalFigures, period: Period, currency: string): RehearsalResult {
  const money = (minor: number) => MoneyValue.of(Money.of(BigInt(minor), currency));
  const percentiles = ({ p10, p50, p90 }: Percentiles): AmountPercentiles => ({
    p10: money(p10),
    p50: money(p50),
    p90: money(p90),
  });
  const starts = monthsOf(period);
  return {
    weighted: money(figures.weighted),
    hitProbability: roundedRatio(BigInt(figures.hits), BigInt(figures.trials), 4) ?? '',
    bookings: percentiles(figures.bookings),
    cash: figures.cash ? percentiles(figures.cash) : null,
    months: figures.months.map(({ bookings, cash }, month) => ({
      startsOn: starts[month] ?? '',
      bookings: percentiles(bookings),
      cash: percentiles(cash),
    })),
    margins: figures.margins.map(({ confidence, margin }) => ({
      confidenceBasisPoints: confidence * 100,
      margin: money(margin),
    })),
    exact: figures.exact && {
      hitProbability: figures.exact.hitProbability,
      bookings: percentiles(figures.exact.bookings),
    },
    exactMissingReason: figures.notExact,
  };
}
