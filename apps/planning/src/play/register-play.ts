import { type Command, takeTurns } from '@fivepoint/service';
import { Play } from './play';
import { PlayExists } from './play.errors';
import type { RegisterPlayInput } from './play.inputs';

export type RegisterPlayOutcome = Play | PlayExists;

/** Adds a play of the tenant's own to the catalogue (capability P24). */
export async function registerPlay(
  command: Command,
  { name, action }: RegisterPlayInput,
): Promise<RegisterPlayOutcome> {
  await takeTurns(command, Play, ['name'], [{ name }]);
  const there = await command.manager.findOneBy(Play, { tenantId: command.tenantId, name });
  if (there) return new PlayExists(there.id, there.name);
  return command.add(Object.assign(new Play(), { ...command.newAggregate(), name, action }));
}
