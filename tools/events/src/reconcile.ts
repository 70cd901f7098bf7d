import { type ServiceName, serviceNames, topicOf } from '@fivepoint/contracts';
import { type Difference, reconcile as compare, topicsOf } from '@fivepoint/messaging';
import { NotMigrated } from '@fivepoint/service';
import { services } from '../../local/src/services';
import { consumerNamed, type EventsHouse } from './events-house';
import { asJson } from './lists';
import type { Filter } from './options';
import type { ExitCode, Print } from './send-again';
import { table } from './table';

/** Shown to a person of each kind; --json shows all. */
const shownAtMost = 100;

interface Seen {
  rows: Difference[];
  count: number;
  /** By consumer: what a replay of it needs to say. */
  lacking: Map<string, Lacking>;
}

interface Lacking {
  keys: number;
  key: string;
  tenantId: string;
  /** The smallest id of what can be sent again; null where nothing can. */
  firstId: string | null;
  pruned: number;
}

/**
 * Compares, for every consumer, what the owners of its topics have published with what it has received. 0: it has all of it. Needs all
 * databases that it is about: without one of them nobody can say so.
 */
export async function reconcile(
  house: EventsHouse,
  { filter, graceSeconds, json }: { filter: Filter; graceSeconds: number; json: boolean },
  print: Print,
): Promise<ExitCode> {
  const seen = { MISSING: nothingSeen(), AHEAD: nothingSeen(), OTHER: nothingSeen() };
  let [pairs, holes] = [0, 0];
  for (const { service, consumer, topic, owner } of pairsOf(filter)) {
    pairs += 1;
    const [reading, owning] = [house.events(service), house.events(owner)];
    const differences = compare({
      ...{ consumer, topic, graceSeconds, owner: owning.ends, reader: reading.ends },
      cursor: () => reading.cursor(consumer, topic),
      ...(filter.tenantId !== undefined && { tenantId: filter.tenantId }),
    });
    for await (const one of saidOf(owner, differences)) {
      if (json) print(asJson(one));
      note(seen[one.kind], one);
    }
    for (const lag of await reading.consumerLag({ ...filter, consumer })) if (lag.topic === topic) holes += lag.missing;
  }
  const found = seen.MISSING.count + seen.AHEAD.count + seen.OTHER.count + holes;
  if (!json)
    for (const line of found === 0 ? [`nothing is missing: compared ${pairs} consumers and topics`] : told(seen, holes))
      print(line);
  return found === 0 ? 0 : 1;
}

const nothingSeen = (): Seen => ({ rows: [], count: 0, lacking: new Map() });

/** Each consumer with each topic that it reads; all events of those come to it, whatever types it handles. */
function* pairsOf({ consumer: only }: Filter) {
  if (only !== undefined) consumerNamed(only);
  for (const { name: service, consumers } of services)
    for (const consumer of consumers)
      if (only === undefined || consumer.name === only)
        for (const topic of topicsOf(consumer))
          yield { service, consumer: consumer.name, topic, owner: ownerOf(topic) };
}

const ownerOf = (topic: string): ServiceName => serviceNames.find((service) => topicOf(service) === topic)!;

async function* saidOf(owner: ServiceName, differences: AsyncGenerator<Difference>): AsyncGenerator<Difference> {
  try {
    yield* differences;
  } catch (error) {
    // 42501: the role may not read there yet.
    if (Reflect.get(Object(error), 'code') !== '42501') throw error;
    throw new NotMigrated(
      `the database of ${owner} is older than this command: migrate it first (npm start, or the provision program)`,
    );
  }
}

function note(seen: Seen, one: Difference): void {
  seen.count += 1;
  if (seen.rows.length < shownAtMost) seen.rows.push(one);
  if (one.kind !== 'MISSING') return;
  const before = seen.lacking.get(one.consumer);
  const ids = [before?.firstId, one.firstId].filter((id) => typeof id === 'string').sort();
  seen.lacking.set(one.consumer, {
    keys: (before?.keys ?? 0) + 1,
    key: one.key,
    tenantId: one.tenantId,
    firstId: ids[0] ?? null,
    pruned: (before?.pruned ?? 0) + one.pruned,
  });
}

function told({ MISSING, AHEAD, OTHER }: Record<Difference['kind'], Seen>, holes: number): string[] {
  const lines: string[] = [];
  if (MISSING.count > 0) {
    lines.push('have not come, although they were published:', ...shown(MISSING), '');
    for (const [consumer, lacking] of MISSING.lacking) lines.push(...remedy(consumer, lacking));
  }
  if (AHEAD.count > 0)
    lines.push(
      '',
      'are with a reader, and unknown to their owner, whose database is older than them:',
      ...shown(AHEAD),
    );
  if (OTHER.count > 0)
    lines.push(
      '',
      'are not the same event with reader and owner: the owner has given a number twice:',
      ...shown(OTHER),
    );
  if (AHEAD.count + OTHER.count > 0)
    lines.push('', 'no command mends that; what can be done: docs/operations.md, After a restore');
  if (holes > 0) lines.push('', `${holes} streams have a hole in between: npm run events -- missing`);
  return lines[0] === '' ? lines.slice(1) : lines;
}

function shown({ rows, count }: Seen): string[] {
  const cells = rows.map((one) => [
    ...[one.consumer, one.topic, one.tenantId, one.key, one.received, one.published],
    one.since?.toISOString() ?? (one.pruned > 0 ? 'pruned' : ''),
  ]);
  return [
    ...table(['consumer', 'topic', 'tenant', 'key', 'received', 'published', 'since'], cells),
    ...(count > rows.length ? [`and ${count - rows.length} more; --json shows all`] : []),
  ];
}

/** The command that sends again what one consumer lacks, and what no command can. */
function remedy(consumer: string, { keys, key, tenantId, firstId, pruned }: Lacking): string[] {
  const lines: string[] = [];
  if (firstId !== null) {
    const scope = keys === 1 ? `--key ${key} --tenant ${tenantId}` : `--since ${momentOf(firstId).toISOString()}`;
    lines.push(`npm run events -- replay ${consumer} ${scope}`);
  }
  if (pruned > 0)
    lines.push(`${pruned} of what ${consumer} lacks cannot be sent again: it has been pruned from its owner's outbox`);
  return lines;
}

/** The moment in a UUIDv7. */
const momentOf = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
