import { type Command, type InvalidInput, NotFound } from '@fivepoint/service';
import { playsOf } from '../play/plays-of';
import { adopt } from './adopt';
import { ClassStrategy } from './class-strategy';
import type { AdoptClassStrategyInput } from './rules.inputs';

/** Says how accounts of a class are covered, from a day on (capability P19). */
export async function adoptClassStrategy(
  command: Command,
  input: AdoptClassStrategyInput,
): Promise<ClassStrategy | NotFound | InvalidInput> {
  const { purpose, cadenceDays, effortHours, tactics } = input;
  const playIds = await playsOf(command, input.playIds);
  if (playIds instanceof NotFound) return playIds;
  const content = { class: input.class, purpose, cadenceDays, effortHours, tactics, playIds };
  return adopt(command, ClassStrategy, input, content);
}
