import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What one team covers of a plan (团队覆盖).' })
export class TeamCoverage {
  /** The graph shows it as `team`. */
  teamName!: string | null;

  @Field(() => Int, { description: 'How many reps own these lines (人数).' })
  repCount!: number;

  @Field(() => Int, { description: 'How many accounts these lines name (客户数).' })
  accountCount!: number;

  @Field(() => MoneyValue, { description: 'The sum of the targets of these lines, exactly (目标).' })
  target!: MoneyValue;
}
