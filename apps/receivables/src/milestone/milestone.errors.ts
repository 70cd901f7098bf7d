import type { LocalDate } from '@fivepoint/kernel';
import { LocalDateScalar, Refusal, UUID } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { type Milestone, MilestoneKind } from './milestone';

@ObjectType({
  implements: Refusal,
  description: 'The contract has reached this milestone already; what is on record is told (交付节点已登记).',
})
export class MilestoneAlreadyRecorded extends Refusal {
  @Field(() => UUID, { description: 'The milestone on record (已登记节点).' })
  readonly milestoneId: string;

  @Field(() => MilestoneKind, { description: 'What was reached (类型).' })
  readonly kind: MilestoneKind;

  @Field(() => LocalDateScalar, { description: 'The day on record (已登记日期).' })
  readonly reachedOn: LocalDate;

  constructor({ id, kind, reachedOn }: Pick<Milestone, 'id' | 'kind' | 'reachedOn'>) {
    super(
      'MILESTONE_ALREADY_RECORDED',
      `${kind} of this contract is on record with ${reachedOn}; a milestone is reached once.`,
    );
    this.milestoneId = id;
    this.kind = kind;
    this.reachedOn = reachedOn;
  }
}
