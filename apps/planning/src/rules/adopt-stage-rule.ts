import { type Command, InvalidInput } from '@fivepoint/service';
import { assessAllLater } from '../assessment/due-assessment';
import { adopt } from './adopt';
import type { AdoptStageRuleInput } from './rules.inputs';
import { StageRule } from './stage-rule';

/** Says when a relationship is in which stage, from a day on (capability P14). */
export async function adoptStageRule(command: Command, input: AdoptStageRuleInput): Promise<StageRule | InvalidInput> {
  const { recurringMonths, projectMonths, growthBasisPoints, lossBasisPoints, matureOrderCount } = input;
  const content = {
    ...{ recurringMonths, projectMonths, growthBasisPoints, lossBasisPoints, matureOrderCount },
    driftBasisPoints: input.driftBasisPoints,
  };
  const rule = await adopt(command, StageRule, input, content);
  if (!(rule instanceof InvalidInput)) await assessAllLater(command);
  return rule;
}
