import type { Command, InvalidInput } from '@fivepoint/service';
import { adopt } from './adopt';
import type { AdoptStageStrategyInput } from './rules.inputs';
import { StageStrategy } from './stage-strategy';

/** Says what is done about a relationship in a stage, from a day on (capability P16). */
export async function adoptStageStrategy(
  command: Command,
  input: AdoptStageStrategyInput,
): Promise<StageStrategy | InvalidInput> {
  const { stage, purpose, tactics } = input;
  return adopt(command, StageStrategy, input, { stage, purpose, tactics });
}
