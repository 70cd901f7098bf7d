import { Money } from '@fivepoint/kernel';
import { LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { RepCapacity } from './capacity';

@ObjectType({ description: 'Days in a row on which all that a capacity is made of is the same (产能构成).' })
export class CapacityContribution {
  @Field(() => LocalDateScalar, { description: 'The first of the days (起始日).' })
  startsOn!: string;

  @Field(() => LocalDateScalar, { description: 'The last of the days (截止日).' })
  endsOn!: string;

  @Field(() => Int, { description: 'How many days that is, of the yearDays of their year (天数).' })
  dayCount!: number;

  @Field(() => Int, { description: 'How many days their year has, 365 or 366 (全年天数).' })
  yearDays!: number;

  @Field(() => MoneyValue, { description: 'What the rep sells in a year once ramped and certified (满负荷年产能).' })
  fullCapacity!: MoneyValue;

  @Field(() => Int, { description: 'How far up the ramp curve the rep is then, 10000 = all the way (爬坡系数).' })
  rampBasisPoints!: number;

  @Field(() => Int, { description: 'What a rep counts who is certified, 10000, or is not (就绪系数).' })
  readinessBasisPoints!: number;

  @Field(() => MoneyValue, { description: 'What these days add, by largest remainder (贡献额).' })
  amount!: MoneyValue;
}

@ObjectType({ description: 'What a rep can deliver in a period, with what it is made of (可交付产能).' })
export class Capacity {
  @Field(() => MoneyValue, {
    description:
      'Full capacity × days ÷ days of the year × ramp × readiness, summed exactly and rounded once, half away from zero (产能).',
  })
  amount!: MoneyValue;

  @Field(() => [CapacityContribution], { description: 'What it is made of; it sums to the amount exactly (产能构成).' })
  contributions!: CapacityContribution[];

  static of({ amount, parts }: RepCapacity, currency: string): Capacity {
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, currency));
    return Object.assign(new Capacity(), {
      amount: money(amount),
      contributions: parts.map((part) =>
        Object.assign(new CapacityContribution(), part, {
          fullCapacity: money(part.fullCapacity),
          amount: money(part.amount),
        }),
      ),
    });
  }
}
