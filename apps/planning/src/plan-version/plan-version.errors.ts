import { MoneyValue, Refusal } from '@fivepoint/service';
import { Money } from '@fivepoint/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Increase } from './increase-cap';

/** The graph shows the revision that is open as `planVersion`. */
@ObjectType({
  implements: Refusal,
  description: 'The plan has an open revision already: go on with it, or discard it first (修订进行中).',
})
export class RevisionOpen extends Refusal {
  constructor(
    readonly planVersionId: string,
    number: number,
  ) {
    super('REVISION_OPEN', `Version ${number} of the plan is open already; go on with it, or discard it first.`);
  }
}

@ObjectType({ description: "How much a revision adds to one rep's total beyond the cap (超上限增幅)." })
export class RepIncrease {
  ownerId!: string;

  @Field(() => MoneyValue, { description: "The rep's total in the first version in force (原目标)." })
  original!: MoneyValue;

  @Field(() => MoneyValue, {
    description:
      "The rep's total in the version that counts, with what rebalancings of the period have added (现目标).",
  })
  before!: MoneyValue;

  @Field(() => MoneyValue, {
    description: "The rep's total in the revision, with what it does not take over of the same (修订目标).",
  })
  after!: MoneyValue;

  @Field(() => MoneyValue, { description: 'The most that the cap allows, cumulative over the period (上限).' })
  most!: MoneyValue;

  static of({ ownerId, original, before, after, most }: Increase, currency: string): RepIncrease {
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, currency));
    return Object.assign(new RepIncrease(), {
      ownerId,
      original: money(original),
      before: money(before),
      after: money(after),
      most: money(most),
    });
  }
}

@ObjectType({
  implements: Refusal,
  description: "The revision raises a rep's total beyond the cap: only those named may approve it (超出增幅上限).",
})
export class IncreaseBeyondCap extends Refusal {
  @Field(() => [String], { description: 'The roles that may approve it (可批准的角色).' })
  readonly approvers: string[];

  @Field(() => [RepIncrease], {
    description: 'Every rep whose total grows beyond the cap, where you may see all lines of the rep (超限人员).',
  })
  readonly increases: RepIncrease[];

  @Field(() => Int, { description: 'How many more reps that is of whom you may not see every line (不可见人数).' })
  readonly unseenCount: number;

  constructor(approvers: readonly string[], increases: readonly RepIncrease[], unseenCount: number) {
    const figures = increases.map(
      ({ before, after, most }) => `from ${told(before)} to ${told(after)}, at most ${told(most)}`,
    );
    if (unseenCount > 0) figures.push(`of ${unseenCount} more of whom you may not see every line`);
    super(
      'INCREASE_BEYOND_CAP',
      `The revision raises totals of reps beyond the cap: ${figures.join('; ')}. It is approved by ${approvers.join(' or ')}, with a reason.`,
    );
    this.approvers = [...approvers];
    this.increases = [...increases];
    this.unseenCount = unseenCount;
  }
}

const told = ({ money }: MoneyValue): string => money.amount;
