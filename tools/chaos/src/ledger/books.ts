import type { Client } from 'pg';
import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import { connected, databaseOf, type DatabaseServer } from '../../../postgres/src/index';

/** What the five databases say themselves, read as superuser, past every proxy. */
export interface Books {
  outgoing: Outgoing[];
  incoming: Incoming[];
  streams: Stream[];
  deeds: Deed[];
  /** Messages that were no events. */
  rejected: { service: ServiceName; reason: string }[];
  /** Idempotency key → id of the result, of all services. */
  keys: ReadonlyMap<string, string | null>;
  /** The sums of money that customer-success has seen paid, by account, in fen. */
  collected: ReadonlyMap<string, bigint>;
}

/** An event in its owner's outbox. */
export interface Outgoing {
  service: ServiceName;
  topic: string;
  id: string;
  key: string;
  sequence: number;
  /** Its place in the log; null while it has none. */
  position: number | null;
  type: string;
  causationId: string;
  published: boolean;
}

/** An event in a consumer's inbox. Times in microseconds. */
export interface Incoming {
  service: ServiceName;
  consumer: string;
  id: string;
  topic: string;
  key: string;
  sequence: number;
  state: string;
  reason: string | null;
  receivedAt: number;
  doneAt: number | null;
}

export interface Stream {
  service: ServiceName;
  consumer: string;
  topic: string;
  key: string;
  state: string;
}

/** A command or a handled event that was committed: its audit row. */
export interface Deed {
  service: ServiceName;
  /** The mutation, or the consumer. */
  name: string;
  /** The request, or the event. */
  causeId: string;
  resultId: string | null;
}

/** @param transport under whose name the relays count what they have published */
export async function readBooks(server: DatabaseServer, prefix: string, transport: string): Promise<Books> {
  const keys = new Map<string, string | null>();
  const collected = new Map<string, bigint>();
  const books: Books = { outgoing: [], incoming: [], streams: [], deeds: [], rejected: [], keys, collected };
  for (const service of serviceNames)
    await connected(server.superuserUrl(prefix + databaseOf(service)), async (client) => {
      const rows = async <R>(text: string, values: unknown[] = []) =>
        (await client.query(text, values)).rows.map((row: object) => ({ service, ...row })) as (R & {
          service: ServiceName;
        })[];
      for (const row of await rows<Outgoing>(outgoing, [transport]))
        books.outgoing.push({ ...row, topic: `fivepoint.${service}` });
      for (const row of await rows<Incoming>(incoming)) books.incoming.push(row);
      for (const row of await rows<Stream>('select consumer, topic, key, state from inbox_stream'))
        books.streams.push(row);
      for (const row of await rows<Deed>(deeds)) books.deeds.push(row);
      for (const row of await rows<{ reason: string }>('select reason from inbox_rejected')) books.rejected.push(row);
      for (const { key, id } of await rows<{ key: string; id: string | null }>(idempotencyKeys)) keys.set(key, id);
      if (service === 'customer-success') await readCollected(client, collected);
    });
  return books;
}

async function readCollected(client: Client, collected: Map<string, bigint>): Promise<void> {
  const { rows } = await client.query<{ account: string; minor: string }>(
    'select account_id as account, sum(collected_minor) as minor from success_plan group by account_id',
  );
  for (const { account, minor } of rows) collected.set(account, BigInt(minor));
}

const outgoing = `
select id, key, sequence::float8 as sequence, position::float8 as position, type, envelope ->> 'causationId' as "causationId",
  coalesce(position <= (select published_position from relay_publication where transport = $1), false) as published
from outbox order by key, outbox.sequence`;

const incoming = `
select consumer, event_id as id, topic, key, sequence::float8 as sequence, state, reason,
  (extract(epoch from received_at) * 1000000)::float8 as "receivedAt",
  (extract(epoch from done_at) * 1000000)::float8 as "doneAt"
from inbox order by consumer, topic, key, inbox.sequence`;

const deeds = 'select mutation as name, request_id as "causeId", result_id as "resultId" from audit_entry';

const idempotencyKeys = 'select key, result_id as id from idempotency_key';
