import { splitByWeights, wholeInBasisPoints } from '@fivepoint/kernel';
import { Decimal, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Concentration } from './concentration';
import type { PersonRelationships } from './plan-people';

@ObjectType({ description: "What one person answers for of a plan's target (个人份额)." })
export class KeyPersonShare {
  repId!: string;

  @Field(() => MoneyValue, { description: 'The sum of the targets of the lines of the person (目标).' })
  target!: MoneyValue;

  @Field(() => Int, {
    description: 'That share of the whole target, 10000 = all; all shares sum to 10000 (份额).',
  })
  basisPoints!: number;
}

@ObjectType({
  description: "What people of whom you may not see every line answer for of a plan's target (不可见份额).",
})
export class UnseenShare {
  @Field(() => Int, { description: 'How many people that is (人数).' })
  repCount!: number;

  @Field(() => MoneyValue, { description: 'The sum of the targets of their lines (目标).' })
  target!: MoneyValue;

  @Field(() => Int, { description: 'That share of the whole target, 10000 = all (份额).' })
  basisPoints!: number;
}

@ObjectType({ description: "How much of a plan's target hangs on single people (个人依赖风险)." })
export class KeyPersonRisk {
  @Field(() => Decimal, {
    nullable: true,
    description:
      "Herfindahl index, the sum of the squares of the people's shares, with four decimals; null without a target, and where `unseen` is more than one person, for it would tell what each of them has (集中度).",
  })
  index!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The same from 0, all have the same, to 1, four decimals; null for fewer than two people, and where the index is (标准化集中度).',
  })
  normalised!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'As many people with equal shares would be as concentrated: 1 ÷ index, two decimals; null where the index is (有效人数).',
  })
  effectiveCount!: string | null;

  @Field(() => Int, { description: "The tenant's limit of the index today, 10000 = one person has it all (上限)." })
  limitBasisPoints!: number;

  @Field(() => Boolean, { description: 'Warning: the index is above the limit (预警).' })
  aboveLimit!: boolean;

  @Field(() => [KeyPersonShare], {
    description: 'The people all of whose lines you may see, the largest share first (份额).',
  })
  shares!: KeyPersonShare[];

  @Field(() => UnseenShare, {
    nullable: true,
    description: 'All the others, without their names; null when there are none (不可见份额).',
  })
  unseen!: UnseenShare | null;

  /** Its resolver makes a value of them. */
  relationshipsByPerson!: readonly PersonRelationships[];

  @Field(() => Int, { description: 'How many accounts it names, also those that you may not see (客户数).' })
  accountCount!: number;

  @Field(() => Int, {
    description:
      'Warning: how many CORE ones of them have no second seat of the iron triangle, two seats held by two people; `Plan.lines(filter: { hasSecondSeat: false })` shows the lines of all such accounts (单人支撑客户数).',
  })
  withoutSecondSeatCount!: number;
}

/** The shares of a whole in basis points that sum to 10000, by largest remainder; all 0 where there is nothing to share. Pure. */
export function sharesOf(targets: readonly bigint[]): number[] {
  if (targets.every((target) => target === 0n)) return targets.map(() => 0);
  return splitByWeights(BigInt(wholeInBasisPoints), targets).map(Number);
}

/**
 * What a viewer is told of a concentration. Of two people the sum of their targets and the sum of the squares are enough to solve for both, and of more
 * where they all have the same; the warning tells neither. One alone is what the others leave of the whole. Pure.
 *
 * @param unseenCount people of whom the viewer does not see every line
 */
export function toldOf(concentration: Concentration, unseenCount: number): Concentration {
  return unseenCount > 1 ? { ...concentration, index: null, normalised: null, effectiveCount: null } : concentration;
}
