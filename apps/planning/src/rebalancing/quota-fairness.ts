import { type LocalDate, Money, roundedRatio } from '@fivepoint/kernel';
import { Decimal, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { fairnessIndex } from './fairness';
import type { QuotaStanding } from './quota-standings';

@ObjectType({ description: 'What one rep booked of the target in a version of a plan (个人达成).' })
export class RepAttainment {
  repId!: string;

  @Field(() => MoneyValue, {
    description:
      'The total of the lines of the rep in the version; in the one that counts with what was rebalanced (目标).',
  })
  target!: MoneyValue;

  @Field(() => MoneyValue, {
    description:
      'What was signed within the period up to the day for the lines that the version gives the rep, and for those that it does not have and the rep had last (签约额).',
  })
  booked!: MoneyValue;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Booked ÷ target, four decimals; null where the target is 0 (达成率).',
  })
  rate!: string | null;
}

@ObjectType({ description: 'How alike the reps of a version of a plan stand to their targets (目标公平性).' })
export class QuotaFairness {
  @Field(() => LocalDateScalar, { description: "As of the end of this day, today in the tenant's zone (截至日)." })
  asOf!: LocalDate;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Jain's index over booked ÷ target of all reps, from 1 ÷ number of reps to 1, all alike, four decimals; null where nobody booked anything, and where a rep is hidden from you, of whom it would tell (公平指数).",
  })
  index!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The same over the reps in attainments alone, as of a team that you lead; null where none of them booked anything (可见公平指数).',
  })
  seenIndex!: string | null;

  @Field(() => Int, { description: 'How many reps have a target in the version, whoever sees them (人数).' })
  repCount!: number;

  @Field(() => Int, {
    description: 'How many of them are hidden: neither you nor of a team that you lead (不可见人数).',
  })
  hiddenRepCount!: number;

  @Field(() => [RepAttainment], { description: 'All the others, the largest target first (个人达成).' })
  attainments!: RepAttainment[];

  /**
   * What a viewer is told: of hidden reps nothing, for with sums that are told elsewhere an index over them could be solved for what one of them has booked,
   * or is left to deliver.
   */
  static of(
    standings: readonly QuotaStanding[],
    isSeen: (rep: QuotaStanding) => boolean,
    asOf: LocalDate,
    currency: string,
  ): QuotaFairness {
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, currency));
    const seen = standings.filter(isSeen);
    const index = (of: readonly QuotaStanding[]) =>
      fairnessIndex(of.map(({ booked: actual, target }) => ({ actual, target })));
    return Object.assign(new QuotaFairness(), {
      asOf,
      index: seen.length === standings.length ? index(standings) : null,
      seenIndex: index(seen),
      repCount: standings.length,
      hiddenRepCount: standings.length - seen.length,
      attainments: seen.map(({ repId, target, booked }) =>
        Object.assign(new RepAttainment(), {
          ...{ repId, target: money(target), booked: money(booked) },
          rate: roundedRatio(booked, target, 4),
        }),
      ),
    });
  }
}
