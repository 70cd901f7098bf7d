import { Money } from '@fivepoint/kernel';
import { Decimal, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AttainmentRule } from '../rules/attainment-rule';
import type { IncentiveRule } from '../rules/incentive-rule';
import type { CreditedLine } from './credited-lines';
import type { RepsPayout } from './payouts';

@ObjectType({ description: 'What one tier of the incentive pays (档位明细).' })
export class PayoutTier {
  @Field(() => Int, { description: 'It begins at this share of the original target, 10000 = all of it (起始达成率).' })
  fromBasisPoints!: number;

  @Field(() => Int, { description: 'What it pays of what was attained in it; 100 is 1 % (提成比例).' })
  payoutBasisPoints!: number;

  @Field(() => MoneyValue, {
    description:
      'What was attained between here and the next tier, by largest remainder: all tiers sum to what was attained, within the cap, and to 0 below the floor (档内达成额).',
  })
  attained!: MoneyValue;

  @Field(() => MoneyValue, {
    description: 'What it pays, by largest remainder: all tiers sum to the payout (档内激励).',
  })
  payout!: MoneyValue;
}

@ObjectType({ description: 'What one plan line adds to what a rep is judged and paid by (激励明细行).' })
export class PayoutLine {
  planLineId!: string;

  @Field(() => MoneyValue, {
    description:
      "The rep's target with it in the first version in force in which the rep has lines; 0 where it was not the rep's (原始目标).",
  })
  originalTarget!: MoneyValue;

  @Field(() => MoneyValue, { description: 'What the rep signed for it within the period (签约额).' })
  booked!: MoneyValue;

  @Field(() => MoneyValue, { description: "What was paid within the period of the rep's contracts (回款额)." })
  collected!: MoneyValue;

  static of({ planLineId, target, booked, collected }: CreditedLine, currency: string): PayoutLine {
    const money = (minor: string) => MoneyValue.of(Money.of(BigInt(minor), currency));
    return Object.assign(new PayoutLine(), {
      ...{ planLineId, originalTarget: money(target) },
      ...{ booked: money(booked), collected: money(collected) },
    });
  }
}

@ObjectType({
  description:
    'What a rep is paid for a plan up to the end of a day, with what it is made of; for the rep and who leads the team only (激励兑现).',
})
export class RepPayout {
  repId!: string;
  planId!: string;
  all!: PayoutLine[];
  attainmentRule!: AttainmentRule | null;
  incentiveRule!: IncentiveRule | null;

  @Field(() => LocalDateScalar, { description: 'Up to the end of this day (截至日).' })
  asOf!: string;

  @Field(() => MoneyValue, {
    description:
      'Sum of the targets of the rep in the first version in force in which the rep has lines; no later word on it counts (原始目标).',
  })
  originalTarget!: MoneyValue;

  @Field(() => MoneyValue, {
    description: "What the rep signed for the plan's lines within the period, whosever these are by now (签约额).",
  })
  booked!: MoneyValue;

  @Field(() => MoneyValue, { description: 'What was paid of these contracts within the period (回款额).' })
  collected!: MoneyValue;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Bookings and cash by their weights ÷ original target, four decimals; null where that is 0, and without a rule (综合达成率).',
  })
  attainment!: string | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'Bookings and cash by their weights, rounded to the minor unit; null where there is no payout (达成额).',
  })
  attained!: MoneyValue | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'The attainment is below the floor, so that nothing is paid; null where there is no payout (未达起付线).',
  })
  belowFloor!: boolean | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'What the tiers pay together, exactly and rounded once, half away from zero; null without an original target or a rule (激励金额).',
  })
  payout!: MoneyValue | null;

  @Field(() => [PayoutTier], { description: 'What each tier pays of it; empty where there is no payout (档位明细).' })
  tiers!: PayoutTier[];

  static of(
    found: RepsPayout,
    asked: Pick<RepPayout, 'planId' | 'asOf' | RuleNames> & { currency: string },
  ): RepPayout {
    const { repId, lines, originalTarget, booked, collected, attainment, payout } = found;
    const { currency, ...rest } = asked;
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, currency));
    return Object.assign(new RepPayout(), {
      ...{ ...rest, repId, attainment },
      all: lines.map((line) => PayoutLine.of(line, currency)),
      ...{ originalTarget: money(originalTarget), booked: money(booked), collected: money(collected) },
      attained: payout && money(payout.attained),
      belowFloor: payout && payout.belowFloor,
      payout: payout && money(payout.payout),
      tiers: (payout?.tiers ?? []).map((tier) =>
        Object.assign(new PayoutTier(), tier, { attained: money(tier.attained), payout: money(tier.payout) }),
      ),
    });
  }
}

type RuleNames = 'attainmentRule' | 'incentiveRule';

@ObjectType({
  description:
    'What the reps of a plan are paid up to the end of a day, of those about whom you may know (激励兑现汇总).',
})
export class PlanPayouts {
  planId!: string;
  all!: RepPayout[];

  @Field(() => LocalDateScalar, { description: 'Up to the end of this day (截至日).' })
  asOf!: string;

  @Field(() => MoneyValue, { description: 'Sum of these payouts (激励合计).' })
  total!: MoneyValue;

  static of({ id, currency }: { id: string; currency: string }, asOf: string, all: RepPayout[]): PlanPayouts {
    const payouts = all.flatMap(({ payout }) => (payout ? [payout.money] : []));
    return Object.assign(new PlanPayouts(), {
      planId: id,
      asOf,
      all,
      total: MoneyValue.of(Money.sum(payouts, currency)),
    });
  }
}
