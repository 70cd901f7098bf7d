import type { Pool } from 'pg';
import type { Received } from '../envelope/received';
import type { Log } from '../log';
import { isUnstorable } from '../passing-trouble';
import { inTransaction, type Sql, sqlOf } from '../sql';
import { type Arrival, classify, type Rejection } from './classify';

/** Where the in-process transport stands in an owner's log: moved in the transaction that stores what was read. */
export interface CursorMove {
  logId: string;
  position: number;
}

export interface ReceiveSettings {
  consumer: string;
  handles: (type: string) => boolean;
  pool: Pool;
  log: Log;
  /** Called after something new has been stored. */
  stored(): void;
  /** Told how many events were there already. */
  duplicates(count: number): void;
}

/**
 * Stores a batch of one topic in the consumer's inbox: whole and once, whatever arrives twice, out of order or broken.
 * When it resolves, the transport may forget the batch; when it throws, nothing of it is stored and the same batch must come again.
 */
export function receiver(settings: ReceiveSettings): (batch: readonly Received[], move?: CursorMove) => Promise<void> {
  return async (batch, move) => {
    try {
      await store(settings, batch, move);
    } catch (error) {
      // One message that PostgreSQL cannot hold must not keep the others out.
      if (!isUnstorable(error)) throw error;
      for (const received of batch) await storeAlone(settings, received);
      await store(settings, [], move, batch[0]?.topic);
    }
    settings.stored();
  };
}

async function storeAlone(settings: ReceiveSettings, received: Received): Promise<void> {
  try {
    await store(settings, [received]);
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    const reason = `cannot be stored: ${(error as Error).message}`;
    await reject(sqlOf(settings.pool), settings, [{ kind: 'rejection', tenantId: null, reason, received }]);
  }
}

async function store(
  settings: ReceiveSettings,
  batch: readonly Received[],
  move?: CursorMove,
  topic = batch[0]?.topic,
): Promise<void> {
  if (topic === undefined) return;
  if (batch.some((received) => received.topic !== topic)) throw new Error('a batch is of one topic');
  const seen = batch.map((received) => classify(received, settings.consumer, settings.handles));
  const arrivals = seen.filter((one) => one?.kind === 'arrival');
  const rejections = seen.filter((one) => one?.kind === 'rejection');
  await inTransaction(settings.pool, async (sql) => {
    if (arrivals.length > 0) await storeArrivals(sql, settings, topic, arrivals);
    await reject(sql, settings, rejections);
    if (move) await sql(moveCursor, [settings.consumer, topic, move.logId, move.position]);
  });
}

async function storeArrivals(
  sql: Sql,
  settings: ReceiveSettings,
  topic: string,
  arrivals: readonly Arrival[],
): Promise<void> {
  const envelopes = arrivals.map(({ envelope }) => envelope);
  const [stored] = await sql<{ count: string }>(insertArrivals, [
    settings.consumer,
    topic,
    envelopes.map(({ tenantId }) => tenantId),
    envelopes.map(({ key }) => key),
    envelopes.map(({ sequence }) => sequence),
    envelopes.map(({ id }) => id),
    envelopes.map(({ type }) => type),
    arrivals.map(({ state }) => state),
    arrivals.map(({ reason }) => reason),
    envelopes.map((envelope) => JSON.stringify(envelope)),
    arrivals.map(({ bytes }) => bytes),
    arrivals.map(({ envelope, replayed }) => replayed || envelope.origin === 'import'),
  ]);
  const missing = arrivals.length - Number(stored?.count);
  if (missing > 0) {
    const contested = await sql<{ n: string; event_id: string }>(findContested, [
      settings.consumer,
      topic,
      envelopes.map(({ tenantId }) => tenantId),
      envelopes.map(({ key }) => key),
      envelopes.map(({ sequence }) => sequence),
      envelopes.map(({ id }) => id),
    ]);
    await reject(
      sql,
      settings,
      contested.map(({ n, event_id }) => contestedPlace(arrivals[Number(n) - 1]!, event_id)),
    );
    settings.duplicates(missing - contested.length);
  }
  const replayed = arrivals.filter((arrival) => arrival.replayed && arrival.state !== 'IGNORED');
  if (replayed.length > 0) {
    await sql(reopenIgnored, [
      settings.consumer,
      topic,
      replayed.map(({ envelope }) => envelope.tenantId),
      replayed.map(({ envelope }) => envelope.key),
      replayed.map(({ envelope }) => envelope.sequence),
      replayed.map(({ envelope }) => envelope.id),
      replayed.map(({ state }) => state),
      replayed.map(({ reason }) => reason),
    ]);
  }
}

function contestedPlace({ envelope, received }: Arrival, holder: string): Rejection {
  const reason = `sequence ${envelope.sequence} of its key is taken by event ${holder}`;
  return { kind: 'rejection', tenantId: envelope.tenantId, reason, received };
}

async function reject(sql: Sql, { consumer, log }: ReceiveSettings, rejections: readonly Rejection[]): Promise<void> {
  for (const { received, tenantId, reason } of rejections) {
    const { topic, source } = received;
    log.error({ consumer, topic, source, reason }, 'a message that is no event was set aside');
    const headers = Object.entries({ ...received.headers, key: received.key ?? undefined });
    const base64 = Object.fromEntries(headers.map(([name, bytes]) => [name, bytes?.toString('base64')]));
    await sql(insertRejected, [tenantId, consumer, topic, source, JSON.stringify(base64), received.value, reason]);
  }
}

const insertArrivals = {
  name: 'inbox-receive',
  text: `
with incoming as (
  select * from unnest($3::uuid[], $4::text[], $5::bigint[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::json[], $11::bytea[],
    $12::boolean[]) with ordinality as i (tenant_id, key, sequence, event_id, type, state, reason, envelope, bytes, past, n)
), stream as (
  insert into inbox_stream as s (tenant_id, consumer, key, topic, received, state, due_at, past)
  select tenant_id, $1, key, $2, max(sequence), 'READY', clock_timestamp(), bool_and(past) from incoming group by tenant_id, key order by tenant_id, key
  on conflict (tenant_id, consumer, key, topic) do update set
    received = greatest(s.received, excluded.received),
    state = case when s.state in ('IDLE', 'MISSING') and excluded.received > s.handled then 'READY' else s.state end,
    due_at = case when s.state in ('IDLE', 'MISSING') and excluded.received > s.handled then clock_timestamp() else s.due_at end,
    past = excluded.past and (s.past or s.state = 'IDLE')
  returning tenant_id, key, handled
), stored as (
  insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope, bytes, reason)
  select tenant_id, $1, event_id, $2, key, sequence, type, state, envelope, bytes, reason
  from incoming join stream using (tenant_id, key)
  where sequence > handled
  order by n
  on conflict do nothing
  returning event_id
)
select count(*) from stored`,
};

/** Arrivals whose place is held by another event: two owners, or one whose database went back in time. */
const findContested = `
select n, held.event_id
from unnest($3::uuid[], $4::text[], $5::bigint[], $6::uuid[]) with ordinality as i (tenant_id, key, sequence, event_id, n)
join inbox held on held.tenant_id = i.tenant_id and held.consumer = $1 and held.key = i.key and held.topic = $2
  and held.sequence = i.sequence
where held.event_id <> i.event_id`;

/** A replay of what was ignored, now that there is a handler: its stream goes back to just before it. */
const reopenIgnored = `
with sent as (
  select * from unnest($3::uuid[], $4::text[], $5::bigint[], $6::uuid[], $7::text[], $8::text[])
    as s (tenant_id, key, sequence, event_id, state, reason)
), reopened as (
  update inbox i set state = sent.state, reason = sent.reason, done_at = null
  from sent
  where i.tenant_id = sent.tenant_id and i.consumer = $1 and i.key = sent.key and i.topic = $2 and i.sequence = sent.sequence
    and i.event_id = sent.event_id and i.state = 'IGNORED'
  returning i.tenant_id, i.key, i.sequence
)
update inbox_stream s set
  handled = least(s.handled, r.sequence - 1), state = 'READY', claimed_by = null, due_at = clock_timestamp()
from (select tenant_id, key, min(sequence) as sequence from reopened group by tenant_id, key) r
where s.tenant_id = r.tenant_id and s.consumer = $1 and s.key = r.key and s.topic = $2`;

const insertRejected = `
insert into inbox_rejected (tenant_id, consumer, topic, source_position, headers, bytes, reason)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing`;

const moveCursor = `
insert into in_process_cursor as c (consumer, topic, log_id, position) values ($1, $2, $3, $4)
on conflict (consumer, topic) do update set position = greatest(c.position, excluded.position)`;
