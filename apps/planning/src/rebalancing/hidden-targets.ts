import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a rebalancing says of all reps whom you may not see in it, together (不可见调节).' })
export class HiddenTargets {
  @Field(() => Int, { description: 'How many reps that is (人数).' })
  repCount!: number;

  @Field(() => MoneyValue, { description: 'Sum of their original targets (原目标).' })
  original!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Sum of their targets before it; null where it would show what single reps can deliver (调节前目标).',
  })
  before!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Sum of their targets after it; null where it would show what single reps can deliver (调节后目标).',
  })
  after!: MoneyValue | null;
}
