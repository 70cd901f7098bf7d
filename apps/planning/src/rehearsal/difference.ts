import { Money, roundedRatio } from '@fivepoint/kernel';
import { Decimal, MoneyValue } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { AmountPercentiles } from './rehearsal-result';
import type { RehearsalFigures } from './rehearse';

@ObjectType({ description: 'What one rehearsal says more than another; negative where it says less (推演差异).' })
export class RehearsalDifference {
  @Field(() => Decimal, { description: 'Of the chance that the target is booked, with 4 decimals (达成概率之差).' })
  hitProbability!: string;

  @Field(() => MoneyValue, { description: 'Of what the lines weigh (加权额之差).' })
  weighted!: MoneyValue;

  @Field(() => AmountPercentiles, { description: 'Of what is booked within the period (签约额之差).' })
  bookings!: AmountPercentiles;
}

/** The one less the other, both in one currency: exact, rounded once. Pure. */
export function differenceOf(one: RehearsalFigures, other: RehearsalFigures, currency: string): RehearsalDifference {
  const less = (minor: number, than: number) => MoneyValue.of(Money.of(BigInt(minor) - BigInt(than), currency));
  const [hits, trials] = [BigInt(one.hits), BigInt(one.trials)];
  const [otherHits, otherTrials] = [BigInt(other.hits), BigInt(other.trials)];
  return {
    hitProbability: roundedRatio(hits * otherTrials - otherHits * trials, trials * otherTrials, 4) ?? '',
    weighted: less(one.weighted, other.weighted),
    bookings: {
      p10: less(one.bookings.p10, other.bookings.p10),
      p50: less(one.bookings.p50, other.bookings.p50),
      p90: less(one.bookings.p90, other.bookings.p90),
    },
  };
}
