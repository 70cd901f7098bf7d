import type { Command, InvalidInput, NotFound } from '@fivepoint/service';
import type { OverrideRelationshipScoreInput } from './override.inputs';
import type { RelationshipOverride } from './relationship-override';
import { setOverride } from './set-override';

/** Sets the relationship score of an account in place of the computed one, for a reason and for a while (rules §2). */
export function overrideRelationshipScore(
  command: Command,
  input: OverrideRelationshipScoreInput,
): Promise<RelationshipOverride | NotFound | InvalidInput> {
  return setOverride(command, input, { stage: null, score: input.score });
}
