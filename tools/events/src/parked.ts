import type { ParkedEvent } from '@fivepoint/messaging';
import type { EventsHouse } from './events-house';
import { asJson, concerned, sayUnreached } from './lists';
import type { ParkedFilter } from './options';
import type { ExitCode, Print } from './send-again';

/** Events held in memory at once, and the most that one list shows a person. */
const page = 100;

/** Shows what is parked, the oldest first; as JSON all of it. */
export async function parked(
  house: EventsHouse,
  { filter, json }: { filter: ParkedFilter; json: boolean },
  print: Print,
): Promise<ExitCode> {
  const found: ParkedEvent[] = [];
  let all = 0;
  for (const service of concerned(house, filter)) {
    const events = house.events(service);
    const refs = await events.parkedRefs(filter);
    all += refs.length;
    if (!json) found.push(...(await events.readParked(refs.slice(0, page))));
    else
      for (let n = 0; n < refs.length; n += page)
        for (const row of await events.readParked(refs.slice(n, n + page))) print(asJson(row));
  }
  if (json) return 0;
  const rows = found.sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime()).slice(0, page);
  for (const line of shown(rows)) print(line);
  if (all > rows.length) print(`\nand ${all - rows.length} more, younger: --json shows all`);
  if (rows.length > 0) print(`\n${whatNext}`);
  sayUnreached(house, filter, print);
  return 0;
}

const whatNext =
  'npm run events -- retry <consumer> <event id> or --all, or discard <consumer> <event id> --reason "…"; --json shows all of an event';

const shown = (rows: readonly ParkedEvent[]): string[] =>
  rows.length === 0
    ? ['nothing is parked']
    : rows.flatMap((one) => [
        `${one.consumer}  ${one.eventId}  ${one.type}`,
        `  tenant ${one.tenantId}, key ${one.key}, received ${one.receivedAt.toISOString()}, tried ${one.attempts} times, ${one.waitingBehind} behind it`,
        `  ${one.reason}`,
      ]);
