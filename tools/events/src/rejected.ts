import type { RejectedMessage } from '@fivepoint/messaging';
import type { EventsHouse } from './events-house';
import { asJson, concerned, sayUnreached } from './lists';
import type { Filter } from './options';
import type { ExitCode, Print } from './send-again';
import { table } from './table';

/** Messages held in memory at once; each may be as large as its topic allows. */
const page = 100;

/** Shows what was set aside, the newest first and at most `limit`; as JSON all of it, where no limit is named. */
export async function rejected(
  house: EventsHouse,
  { filter, limit, json }: { filter: Filter; limit: number | null; json: boolean },
  print: Print,
): Promise<ExitCode> {
  if (json) {
    await printAll(house, filter, limit ?? Number.MAX_SAFE_INTEGER, print);
    return 0;
  }
  const most = limit ?? page;
  const found: RejectedMessage[] = [];
  let all = 0;
  for (const service of concerned(house, filter)) {
    found.push(...(await house.events(service).listRejected({ ...filter, limit: most })));
    for (const { count } of await house.events(service).countRejected(filter)) all += count;
  }
  const rows = found.sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime()).slice(0, most);
  for (const line of shown(rows)) print(line);
  if (all > rows.length) print(`\nand ${all - rows.length} more, older: --limit <n> shows more, --json all`);
  sayUnreached(house, filter, print);
  return 0;
}

async function printAll(house: EventsHouse, filter: Filter, most: number, print: Print): Promise<void> {
  let left = most;
  for (const service of concerned(house, filter)) {
    for (let before: number | undefined; left > 0;) {
      const limit = Math.min(page, left);
      const rows = await house
        .events(service)
        .listRejected({ ...filter, limit, ...(before !== undefined && { before }) });
      for (const row of rows) print(asJson(row));
      left -= rows.length;
      before = rows.at(-1)?.id;
      if (rows.length < limit) break;
    }
  }
}

const shown = (rows: readonly RejectedMessage[]): string[] =>
  rows.length === 0
    ? ['nothing was rejected']
    : table(
        ['consumer', 'topic', 'found at', 'received', 'tenant', 'reason'],
        rows.map((one) => [
          ...[one.consumer, one.topic, one.source, one.receivedAt.toISOString(), one.tenantId ?? 'unknown'],
          one.reason,
        ]),
      );
