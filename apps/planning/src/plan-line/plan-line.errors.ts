import { Refusal, UUID } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Refusal,
  description: 'The plan has a line for this account and product already (一个萝卜一个坑): change that one.',
})
export class PlanLineExists extends Refusal {
  @Field(() => UUID, { description: 'The line that is there (已有计划行).' })
  readonly planLineId: string;

  constructor(planLineId: string) {
    super(
      'PLAN_LINE_EXISTS',
      `This plan has line ${planLineId} for the account and the product already; change that one.`,
    );
    this.planLineId = planLineId;
  }
}
