import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Milestone } from './milestone';

@ObjectType({
  implements: Refusal,
  description: 'The contract has reached this milestone already; what is on record is told (交付节点已登记).',
})
export class MilestoneAlreadyRecorded extends Refusal {
  @Field(() => Milestone, { description: 'The milestone on record (已登记节点).' })
  readonly milestone: Milestone;

  constructor(milestone: Milestone) {
    super(
      'MILESTONE_ALREADY_RECORDED',
      `${milestone.kind} of this contract is on record with ${milestone.reachedOn}; a milestone is reached once.`,
    );
    this.milestone = milestone;
  }
}
