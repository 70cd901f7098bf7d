import { CommandInput, ExpectedVersion, WholeField } from '@fivepoint/service';
import { InputType } from 'type-graphql';

@InputType({
  description: 'Changes what holds for all plans of the company; what may be left out stays as it is (修改计划规则).',
})
export class ChangePlanRulesInput extends CommandInput {
  @WholeField(
    "By how much of a rep's original total rebalancings may raise it, and revisions without an executive (增幅上限).",
    {
      min: 0,
      max: 10_000,
      unit: 'basis points',
    },
  )
  increaseCapBasisPoints!: number;

  @WholeField('How many rehearsals of the company may wait and run at the same time (同时推演上限).', {
    min: 1,
    max: 100,
    optional: true,
  })
  mostRehearsalCount?: number | null;

  @ExpectedVersion('rules')
  expectedVersion?: number | null;
}
