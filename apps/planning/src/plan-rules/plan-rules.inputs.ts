import { CommandInput, ExpectedVersion, WholeField } from '@fivepoint/service';
import { InputType } from 'type-graphql';

@InputType({ description: 'Changes what holds for all plans of the company (修改计划规则).' })
export class ChangePlanRulesInput extends CommandInput {
  @WholeField('How many rehearsals of the company may wait and run at the same time (同时推演上限).', {
    min: 1,
    max: 100,
  })
  mostRehearsalCount!: number;

  @ExpectedVersion('rules')
  expectedVersion?: number | null;
}
