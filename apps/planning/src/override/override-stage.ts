import type { Command, InvalidInput, NotFound } from '@fivepoint/service';
import type { OverrideStageInput } from './override.inputs';
import type { RelationshipOverride } from './relationship-override';
import { setOverride } from './set-override';

/** Sets the stage of an account in place of the computed one, for a reason and for a while (rules §2). */
export function overrideStage(
  command: Command,
  input: OverrideStageInput,
): Promise<RelationshipOverride | NotFound | InvalidInput> {
  return setOverride(command, input, { stage: input.stage, score: null });
}
