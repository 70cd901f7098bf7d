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
