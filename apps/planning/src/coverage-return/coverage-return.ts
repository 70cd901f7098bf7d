import { Money, roundedQuotient, roundedRatio } from '@fivepoint/kernel';
import { Decimal, graphEnum, MoneyValue, UUID } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

export const CoverageFact = graphEnum('CoverageFact', 'What a coverage return cannot do without (投入回报依据).', {
  ATTAINABLE: 'What of its potential could be won (可获取潜力).',
  EFFORT: 'How many hours of work it takes in a month (每月投入).',
  RULE: 'A rule of coverage in the currency in which it is assessed (投入回报规则).',
});
export type CoverageFact = keyof typeof CoverageFact;

/** What a return is worked out from, as far as it is known. Amounts in minor units of the currency of the assessment. */
export interface CoverageFacts {
  attainable: bigint | null;
  horizonMonths: number | null;
  effortHours: number | null;
  rule: { marginBasisPoints: number; hourCost: bigint } | null;
}

/** Worked out of the facts: margin and cost in minor units, the return exact. */
export interface CoverageFigures {
  margin: bigint | null;
  cost: bigint | null;
  /** Margin ÷ cost, both before any rounding; null where it costs nothing or is not known. */
  exact: { numerator: bigint; denominator: bigint } | null;
  missingFacts: CoverageFact[];
}

/**
 * What the margin of all that could be won over the horizon comes to beside the work of so many months: attainable × margin share ÷ (hours a month ×
 * months × cost of an hour). The margin is rounded once, the return is not worked out of rounded amounts. Pure.
 */
export function coverageFigures({ attainable, horizonMonths, effortHours, rule }: CoverageFacts): CoverageFigures {
  const missingFacts: CoverageFact[] = [
    ...(attainable === null ? (['ATTAINABLE'] as const) : []),
    ...(effortHours === null ? (['EFFORT'] as const) : []),
    ...(rule === null ? (['RULE'] as const) : []),
  ];
  const parts = attainable !== null && rule ? attainable * BigInt(rule.marginBasisPoints) : null;
  const cost =
    effortHours !== null && rule && horizonMonths !== null
      ? BigInt(effortHours) * BigInt(horizonMonths) * rule.hourCost
      : null;
  const known = parts !== null && cost !== null && cost !== 0n;
  return {
    margin: parts === null ? null : roundedQuotient(parts, 10_000n),
    cost,
    exact: known ? { numerator: parts, denominator: 10_000n * cost } : null,
    missingFacts,
  };
}

/** What work on an account would bring beside what it costs, as of today (capability P13), with all that it is worked out from. */
@ObjectType({
  description: 'What work on an account would bring beside what it costs, as it is today (投入回报).',
})
export class CoverageReturn {
  @Field(() => UUID, { description: 'The id of the account (标识).' })
  id!: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Margin ÷ cost, with four decimals: 7.5000 brings 7.5 times what it costs; null where it is not known or costs nothing (投入回报率).',
  })
  ratio!: string | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Which margin what could be won over the horizon would leave; null while it is not known (潜在毛利).',
  })
  margin!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What the work of the same months costs; null while it is not known (服务成本).',
  })
  cost!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What of its potential could be won over the horizon; null while no driver is measured (可获取潜力).',
  })
  attainable!: MoneyValue | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Over how many months potential and cost go; null while it is not assessed (时间跨度).',
  })
  horizonMonths!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hours of work on it in a month, by its own word or else by its class (每月投入).',
  })
  effortHours!: number | null;

  @Field(() => Boolean, {
    description: "Whether the effort is the account's own word, not its class's (是否客户自定).",
  })
  ownEffort!: boolean;

  @Field(() => [CoverageFact], { description: 'What is not known yet, so that there is no return (缺少依据).' })
  missingFacts!: CoverageFact[];

  coverageRuleId!: string | null;
  classStrategyId!: string | null;
}

/** The figures as the graph shows them. Pure. */
export function shownReturn(
  facts: CoverageFacts,
  currency: string | null,
): Pick<CoverageReturn, 'ratio' | 'margin' | 'cost' | 'attainable' | 'horizonMonths' | 'missingFacts'> {
  const { margin, cost, exact, missingFacts } = coverageFigures(facts);
  const money = (minor: bigint | null) =>
    minor === null || currency === null ? null : MoneyValue.of(Money.of(minor, currency));
  return {
    ratio: exact && roundedRatio(exact.numerator, exact.denominator, 4),
    ...{ margin: money(margin), cost: money(cost), attainable: money(facts.attainable) },
    ...{ horizonMonths: facts.horizonMonths, missingFacts },
  };
}
