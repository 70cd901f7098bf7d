import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows the line that is there as `planLine`, to those who may see it. */
@ObjectType({
  implements: Refusal,
  description: 'The plan has a line for this account and product already: change that one (一个萝卜一个坑).',
})
export class PlanLineExists extends Refusal {
  constructor(readonly planLineId: string) {
    super('PLAN_LINE_EXISTS', 'This plan has a line for the account and the product already; change that one.');
  }
}
