import { daysBetween, type LocalDate, Money } from '@fivepoint/kernel';
import { LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What is outstanding in a range of days past due (账龄区间).' })
export class AgeingBucket {
  @Field(() => Int, {
    nullable: true,
    description: 'Least whole days past due; null: not due yet or due that day (起始天数).',
  })
  fromDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Most whole days past due; null: no end (截止天数).' })
  toDays!: number | null;

  @Field(() => MoneyValue, { description: 'What is outstanding in it (未收金额).' })
  outstanding!: MoneyValue;

  @Field(() => Int, { description: 'How many instalments with something outstanding are in it (笔数).' })
  instalmentCount!: number;
}

@ObjectType({
  description:
    'Receivables in one currency by whole days past due at the end of a day; the buckets sum to the outstanding exactly (账龄).',
})
export class ReceivablesAgeing {
  @Field(() => LocalDateScalar, { description: 'At the end of this day (截至日).' })
  asOf!: LocalDate;

  @Field({ description: 'ISO 4217 code, such as CNY (币种).' })
  currency!: string;

  @Field(() => [AgeingBucket], { description: 'From not due to longest past due (账龄区间).' })
  buckets!: AgeingBucket[];

  @Field(() => MoneyValue, { description: 'The sum of the buckets (未收合计).' })
  outstanding!: MoneyValue;

  @Field(() => MoneyValue, {
    description: 'What accounts paid beyond their instalments: a line of its own, not netted (未核销余额).',
  })
  unappliedCredit!: MoneyValue;

  @Field(() => MoneyValue, { description: 'Money that nobody has identified yet: in no account, not netted (待认款).' })
  suspense!: MoneyValue;
}

/** What is outstanding of the instalments of one currency and due date. */
export interface OpenSum {
  currency: string;
  dueOn: LocalDate;
  minor: bigint;
  instalments: number;
}

/** The last day of each bucket but the last: ≤ 0 current, 1–30, 31–60, 61–90, over 90 (rules §7, the shipped default). */
export const defaultLastDays: readonly number[] = [0, 30, 60, 90];

/**
 * Ages what is open at the end of a day by whole days past due (rules §7): one table per currency, in the order of the currency codes. Credit and
 * suspense are lines of their own. A currency that has any of the three has a table.
 */
export function ageing(
  asOf: LocalDate,
  open: readonly OpenSum[],
  credit: readonly { currency: string; minor: bigint }[],
  suspense: readonly { currency: string; minor: bigint }[],
  lastDays: readonly number[] = defaultLastDays,
): ReceivablesAgeing[] {
  const currencies = new Set([...open, ...credit, ...suspense].map(({ currency }) => currency));
  return [...currencies].sort().map((currency) => {
    const ofCurrency = <T extends { currency: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.currency === currency);
    const sum = (rows: readonly { currency: string; minor: bigint }[]) =>
      MoneyValue.of(
        Money.of(
          ofCurrency(rows).reduce((total, { minor }) => total + minor, 0n),
          currency,
        ),
      );
    const buckets = [...lastDays, null].map((toDays, index) => {
      const within = ofCurrency(open).filter((row) => bucketOf(daysBetween(row.dueOn, asOf), lastDays) === index);
      const before = lastDays[index - 1];
      return {
        fromDays: before === undefined ? null : before + 1,
        toDays,
        outstanding: sum(within),
        instalmentCount: within.reduce((total, { instalments }) => total + instalments, 0),
      };
    });
    return { asOf, currency, buckets, outstanding: sum(open), unappliedCredit: sum(credit), suspense: sum(suspense) };
  });
}

/** Which bucket so many whole days past due fall into, from 0. */
export function bucketOf(daysPastDue: number, lastDays: readonly number[] = defaultLastDays): number {
  const index = lastDays.findIndex((last) => daysPastDue <= last);
  return index < 0 ? lastDays.length : index;
}
