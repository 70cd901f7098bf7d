import { type Command, NotFound, visibleRows } from '@fivepoint/service';
import { Play } from './play';

/** The plays that an input names, each once and in one order; NotFound for the first of which there is none. */
export async function playsOf(command: Command, ids: readonly string[]): Promise<string[] | NotFound> {
  const wanted = [...new Set(ids)].sort();
  const found = await visibleRows(command.manager, Play, command).andWhere('e.id = any(:wanted)', { wanted }).getMany();
  const missing = wanted.find((id) => !found.some((play) => play.id === id));
  return missing === undefined ? wanted : new NotFound('Play', missing);
}
