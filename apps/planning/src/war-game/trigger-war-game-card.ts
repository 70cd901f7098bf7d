import {
  type Command,
  InvalidInput,
  type NotFound,
  pastDayProblems,
  type TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { WarGameCard } from './war-game-card';
import type { TriggerWarGameCardInput } from './war-game-card.inputs';
import { warGameCardStatuses } from './war-game-card.statuses';

export type TriggerWarGameCardOutcome = WarGameCard | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Says that the trigger was seen: the move has come, and our answer is on. */
export async function triggerWarGameCard(
  command: Command,
  input: TriggerWarGameCardInput,
): Promise<TriggerWarGameCardOutcome> {
  const card = await command.lock(WarGameCard, input.warGameCardId, input.expectedVersion);
  if (!(card instanceof WarGameCard)) return card;
  const refusal = warGameCardStatuses.move(card, 'TRIGGERED');
  if (refusal) return refusal;
  const today = await command.today();
  const problems = pastDayProblems('triggeredOn', input.triggeredOn, today);
  if (problems.length > 0) return new InvalidInput(problems);
  card.triggeredOn = input.triggeredOn ?? today;
  return command.save(card);
}
