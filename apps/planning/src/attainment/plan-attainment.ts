import { type LocalDate, Money, roundedRatio } from '@fivepoint/kernel';
import { Decimal, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Attained } from './attained-rows';
import type { AttainmentBy } from './attainment-by';
import { elapsedOf, expectedOf } from './pace';
import type { BesideThePlan } from './sums-of-attainment';
import { attainmentOf } from './weighted';
import type { AttainmentRule } from '../rules/attainment-rule';

/** Whose sums a row has: of what it is of, of all that the viewer may not see, or of everything. */
export type AttainmentScope = 'ROW' | 'HIDDEN' | 'TOTAL';

/** What all rows of an answer share. */
export interface AttainmentAsked {
  planId: string;
  currency: string;
  by: AttainmentBy;
  asOf: LocalDate;
  rule: AttainmentRule | null;
}

@ObjectType({
  description: "What some lines of a plan were to bring and brought, in the plan's currency and period (达成行).",
})
export class AttainmentRow {
  asked!: AttainmentAsked;
  scope!: AttainmentScope;
  key!: string | null;

  @Field(() => MoneyValue, {
    description:
      'What it is measured by: the planned target and what rebalancings approved by the day changed, of reps, teams, months and the total (目标).',
  })
  target!: MoneyValue;

  @Field(() => MoneyValue, {
    description:
      'Sum of their targets in the version that counted on the day, 0 for lines that are not in it, whatever was rebalanced (版本目标).',
  })
  planned!: MoneyValue;

  @Field(() => MoneyValue, { description: 'Sum of their floors in the same version (保底目标).' })
  floor!: MoneyValue;

  @Field(() => Int, { description: 'How many lines have these targets (行数).' })
  lineCount!: number;

  @Field(() => MoneyValue, {
    description: 'What was signed for them within the period, by the day of signing (签约额).',
  })
  booked!: MoneyValue;

  @Field(() => Int, { description: 'With so many contracts (合同数).' })
  contractCount!: number;

  @Field(() => MoneyValue, { description: 'What was paid for them within the period, by the day of receipt (回款额).' })
  collected!: MoneyValue;

  @Field(() => Decimal, {
    nullable: true,
    description: 'What was signed ÷ target, four decimals; null where the target is 0 (签约达成率).',
  })
  bookedRate!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'What was paid ÷ target, four decimals; null where the target is 0 (回款达成率).',
  })
  collectedRate!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'What was signed ÷ floor, four decimals; null where the floor is 0 (保底达成率).',
  })
  floorRate!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Bookings and cash by their weights ÷ target, four decimals; null where the target is 0, and without a rule (综合达成率).',
  })
  attainment!: string | null;

  @Field(() => Int, { description: 'Whole days of its period that have passed at the end of the day (已过天数).' })
  elapsedDays!: number;

  @Field(() => Int, { description: "Of so many: the plan's period, or by MONTH the month's part of it (总天数)." })
  periodDays!: number;

  @Field(() => MoneyValue, {
    description:
      'What would be signed by now if every day brought the same: target × days passed ÷ days, rounded once, half away from zero (进度目标).',
  })
  expected!: MoneyValue;

  @Field(() => MoneyValue, {
    description: 'What was signed less what would be expected: below zero is behind (进度差额).',
  })
  paceDifference!: MoneyValue;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the month, by MONTH (起始日).' })
  startsOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the month, by MONTH (截止日).' })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The team whose lines they are, by TEAM (团队).' })
  team(): string | null {
    return this.asked.by === 'TEAM' ? this.key : null;
  }

  static of(attained: Attained, scope: AttainmentScope, asked: AttainmentAsked): AttainmentRow {
    const { key, period, planned, target, floor, booked, collected, lineCount, contractCount } = attained;
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, asked.currency));
    const elapsed = elapsedOf(period, asked.asOf);
    const expected = expectedOf(target, elapsed);
    const isMonth = asked.by === 'MONTH' && scope === 'ROW';
    return Object.assign(new AttainmentRow(), {
      ...{ asked, scope, key, lineCount, contractCount, ...elapsed },
      ...{ planned: money(planned), target: money(target), floor: money(floor) },
      ...{ booked: money(booked), collected: money(collected) },
      bookedRate: roundedRatio(booked, target, 4),
      collectedRate: roundedRatio(collected, target, 4),
      floorRate: roundedRatio(booked, floor, 4),
      attainment: asked.rule && attainmentOf({ booked, collected }, target, asked.rule),
      expected: money(expected),
      paceDifference: money(booked - expected),
      startsOn: isMonth ? period.startsOn : null,
      endsOn: isMonth ? period.endsOn : null,
    });
  }
}

@ObjectType({ description: 'What accounts of a plan signed and paid in its period beside its lines (计划外业绩).' })
export class UnplannedSales {
  @Field(() => MoneyValue, { description: "What they signed, in the plan's currency (签约额)." })
  booked!: MoneyValue;

  @Field(() => Int, { description: 'With so many contracts (合同数).' })
  contractCount!: number;

  @Field(() => MoneyValue, { description: "What they paid, in the plan's currency (回款额)." })
  collected!: MoneyValue;

  static of(
    { booked, contractCount, collected }: Pick<BesideThePlan, 'booked' | 'contractCount' | 'collected'>,
    currency: string,
  ): UnplannedSales {
    const money = (minor: string) => MoneyValue.of(Money.of(BigInt(minor), currency));
    return Object.assign(new UnplannedSales(), { booked: money(booked), contractCount, collected: money(collected) });
  }
}

@ObjectType({
  description:
    'What a plan attained up to the end of a day: rows and hidden are the total, exactly, and of targets the adjustment is, too; what is not in the plan stands beside it (计划达成).',
})
export class PlanAttainment {
  asked!: AttainmentAsked;
  /** What its rows are made of; of a page each becomes one. */
  all!: Attained[];

  @Field(() => LocalDateScalar, { description: 'Up to the end of this day (截至日).' })
  asOf!: string;

  @Field(() => AttainmentRow, { description: 'All lines together, whoever sees them (总计).' })
  total!: AttainmentRow;

  @Field(() => AttainmentRow, {
    nullable: true,
    description: 'What is not visible to you, in one sum; null when you see all of it (对你不可见).',
  })
  hidden!: AttainmentRow | null;

  @Field(() => MoneyValue, {
    description:
      "What rebalancings changed of targets that is in no row: it is the reps', so that lines, products and accounts have none of it, and of reps it shows to themselves and who leads them (未分摊调节额).",
  })
  adjustment!: MoneyValue;

  @Field({
    description:
      'Whether the total has all that rebalancings changed; false where you may not know the targets of some reps, which are in it as planned (调节是否完整).',
  })
  isAdjustmentWhole!: boolean;
}
