import type { Command, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { WarGameCard } from './war-game-card';
import type { CloseWarGameCardInput } from './war-game-card.inputs';
import { warGameCardStatuses } from './war-game-card.statuses';

export type CloseWarGameCardOutcome = WarGameCard | NotFound | VersionConflict | TransitionRefused;

/** Closes a card, with what came of it: of a move that was answered, or of one that never came. */
export async function closeWarGameCard(
  command: Command,
  input: CloseWarGameCardInput,
): Promise<CloseWarGameCardOutcome> {
  const card = await command.lock(WarGameCard, input.warGameCardId, input.expectedVersion);
  if (!(card instanceof WarGameCard)) return card;
  const refusal = warGameCardStatuses.move(card, 'CLOSED');
  if (refusal) return refusal;
  card.outcome = input.outcome;
  return command.save(card);
}
