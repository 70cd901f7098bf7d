import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The target of one rep in a plan, or of all whom you may not see together (个人目标).' })
export class RepTarget {
  repId!: string | null;

  @Field(() => Int, { description: 'Of how many reps it is: 1, or more in the last row (人数).' })
  repCount!: number;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'The total in the first version in force, by which rating and payout go, of who came later by the first one with a line of the rep; null before the plan was in force (原目标).',
  })
  original!: MoneyValue | null;

  @Field(() => MoneyValue, { description: 'The total in the version that counts (版本目标).' })
  planned!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'With what approved rebalancings changed, by which forecast and coverage go; null in the last row where it would show what single reps can deliver (调节后目标).',
  })
  rebalanced!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'What approved rebalancings of the period have added, later cuts aside; null where rebalanced is (已增额).',
  })
  increased!: MoneyValue | null;
}
