import { CommandInput, ExpectedVersion, WholeField } from '@fivepoint/service';
import { InputType } from 'type-graphql';

@InputType({ description: 'Changes what holds for all plans of the company (修改计划规则).' })
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

  @ExpectedVersion('rules')
  expectedVersion?: number | null;
}
