import type { Command, InvalidInput } from '@fivepoint/service';
import { adopt } from './adopt';
import { ClassStrategy } from './class-strategy';
import type { AdoptClassStrategyInput } from './rules.inputs';

/** Says how accounts of a class are covered, from a day on (capability P19). */
export async function adoptClassStrategy(
  command: Command,
  input: AdoptClassStrategyInput,
): Promise<ClassStrategy | InvalidInput> {
  const { purpose, cadenceDays, effortHours, tactics } = input;
  return adopt(command, ClassStrategy, input, { class: input.class, purpose, cadenceDays, effortHours, tactics });
}
