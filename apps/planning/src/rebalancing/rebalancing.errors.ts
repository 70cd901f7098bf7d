import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows the one that is open as `rebalancing`. */
@ObjectType({
  implements: Refusal,
  description: 'The plan has a proposal that nobody has decided yet: approve or reject it first (调节待批准).',
})
export class RebalancingOpen extends Refusal {
  constructor(readonly rebalancingId: string) {
    super('REBALANCING_OPEN', 'The plan has a rebalancing that nobody has decided yet; approve or reject it first.');
  }
}
