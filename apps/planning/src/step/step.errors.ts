import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { StepStatus } from './step.statuses';

@ObjectType({ implements: Refusal, description: 'A step that is done or called off changes no more (步骤已结束).' })
export class StepEnded extends Refusal {
  @Field(() => StepStatus, { description: 'How it ended (当前状态).' })
  readonly endedAs: StepStatus;

  constructor(status: StepStatus) {
    super('STEP_ENDED', `The step is in ${status} and changes no more; plan another one.`);
    this.endedAs = status;
  }
}

@ObjectType({
  implements: Refusal,
  description:
    'A required step that is late is called off or put off only by who leads: ask one of those named (逾期步骤).',
})
export class StepOverdue extends Refusal {
  @Field(() => [String], { description: 'The roles that may decide it (可决定的角色).' })
  readonly approvers: string[];

  constructor(dueOn: string, approvers: readonly string[]) {
    super(
      'STEP_OVERDUE',
      `The step is required and was due on ${dueOn}: it is called off or put off by ${approvers.join(' or ')}; ask one of them.`,
    );
    this.approvers = [...approvers];
  }
}
