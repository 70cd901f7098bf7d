import { type Command, InvalidInput, NotFound, ownerProblems, type VersionConflict } from '@fivepoint/service';
import { Rep } from '../rep/rep';
import { WarGameCard } from './war-game-card';
import { WarGameCardClosed } from './war-game-card.errors';
import type { UpdateWarGameCardInput } from './war-game-card.inputs';
import { warGameCardStatuses } from './war-game-card.statuses';

export type UpdateWarGameCardOutcome = WarGameCard | NotFound | VersionConflict | WarGameCardClosed | InvalidInput;

/** Changes a card as long as it is not closed: our answer may change when the move has come. */
export async function updateWarGameCard(
  command: Command,
  input: UpdateWarGameCardInput,
): Promise<UpdateWarGameCardOutcome> {
  const card = await command.lock(WarGameCard, input.warGameCardId, input.expectedVersion);
  if (!(card instanceof WarGameCard)) return card;
  if (warGameCardStatuses.isFinal(card.status)) return new WarGameCardClosed();
  const owner = input.ownerId && input.ownerId !== card.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const problems = owner ? ownerProblems(command.identity, owner) : [];
  if (problems.length > 0) return new InvalidInput(problems);
  if (owner) Object.assign(card, { ownerId: owner.id, team: owner.team });
  card.move = input.move ?? card.move;
  card.answer = input.answer ?? card.answer;
  card.trigger = input.trigger ?? card.trigger;
  return command.save(card);
}
