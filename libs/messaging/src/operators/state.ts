import { type Sql, toNumber } from '../sql';

export interface StateFilter {
  tenantId?: string;
  consumer?: string;
}

/** What is not settled of a consumer's events from one topic. */
export interface ConsumerLag {
  consumer: string;
  topic: string;
  /** Events that the streams have not passed yet. */
  pending: number;
  /** Streams whose next event waits for another one. */
  waiting: number;
  parked: number;
  /** Age of the oldest event that is next in its stream, in seconds; 0 when there is none. */
  oldestSeconds: number;
  /** How long the longest waiting stream has been waiting, in seconds. */
  waitingSeconds: number;
  /** Streams that cannot go on because an event in between has not come. */
  missing: number;
}

/** How a service's consumers stand, for each topic they have ever received anything from. */
export async function consumerLag(sql: Sql, { tenantId, consumer }: StateFilter = {}): Promise<ConsumerLag[]> {
  const rows = await sql<Record<keyof ConsumerLag, string>>(selectLag, [tenantId ?? null, consumer ?? null]);
  return rows.map((row) => ({
    consumer: row.consumer,
    topic: row.topic,
    pending: Number(row.pending),
    waiting: Number(row.waiting),
    parked: Number(row.parked),
    oldestSeconds: Number(row.oldestSeconds),
    waitingSeconds: Number(row.waitingSeconds),
    missing: Number(row.missing),
  }));
}

/** A hole: the stream has received later events and cannot go on before this one. */
export interface MissingEvent {
  tenantId: string;
  consumer: string;
  topic: string;
  key: string;
  /** The sequence that has not come. */
  sequence: number;
  received: number;
}

export async function listMissing(sql: Sql, { tenantId, consumer }: StateFilter = {}): Promise<MissingEvent[]> {
  const rows = await sql<MissingEvent>(selectMissing, [tenantId ?? null, consumer ?? null]);
  return rows.map((row) => ({ ...row, sequence: toNumber(row.sequence), received: toNumber(row.received) }));
}

/** A message that is no event; it was set aside and blocks nothing. */
export interface RejectedMessage {
  /** Grows with the time at which it was set aside, within one service. */
  id: number;
  tenantId: string | null;
  consumer: string;
  topic: string;
  /** Where the transport found it: partition and offset, or the position in the owner's outbox. */
  source: string;
  reason: string;
  /** Names and base64 of the headers, and of the message's `key`. */
  headers: Record<string, string>;
  bytes: Buffer | null;
  receivedAt: Date;
}

export interface RejectedFilter extends StateFilter {
  /** Only those that were set aside before this one. */
  before?: number;
  /** 100 by default: a topic that somebody else writes to brings any number. */
  limit?: number;
}

/** The newest first. */
export async function listRejected(
  sql: Sql,
  { tenantId, consumer, before, limit = 100 }: RejectedFilter = {},
): Promise<RejectedMessage[]> {
  const rows = await sql<RejectedMessage>(selectRejected, [tenantId ?? null, consumer ?? null, before ?? null, limit]);
  return rows.map((row) => ({ ...row, id: toNumber(row.id) }));
}

/** How many messages each consumer has set aside: a number, where the messages themselves may be many and large. */
export async function countRejected(
  sql: Sql,
  { tenantId, consumer }: StateFilter = {},
): Promise<{ consumer: string; count: number }[]> {
  const rows = await sql<{ consumer: string; count: string }>(
    `select consumer, count(*) from inbox_rejected
     where ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
     group by consumer order by consumer`,
    [tenantId ?? null, consumer ?? null],
  );
  return rows.map(({ consumer, count }) => ({ consumer, count: toNumber(count) }));
}

export interface OutboxAge {
  /** Events that the transport does not have yet. */
  unpublished: number;
  /** Age of the oldest of them in seconds; 0 when there is none. */
  oldestSeconds: number;
}

/** How far publication is behind. */
export async function outboxAge(sql: Sql, transport: string): Promise<OutboxAge> {
  const [row] = await sql<{ unpublished: string; seconds: string }>(selectOutboxAge, [transport]);
  return { unpublished: Number(row?.unpublished ?? 0), oldestSeconds: Number(row?.seconds ?? 0) };
}

/** The transports that this log has ever been published by, and how far each is behind. */
export async function publications(sql: Sql): Promise<(OutboxAge & { transport: string })[]> {
  const rows = await sql<{ transport: string }>('select transport from relay_publication order by transport');
  return Promise.all(rows.map(async ({ transport }) => ({ transport, ...(await outboxAge(sql, transport)) })));
}

const selectLag = `
with stream as (
  select tenant_id, consumer, topic, key, handled, received, state, waiting_since from inbox_stream
  where ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
), total as (
  select consumer, topic, sum(received - handled) as pending,
    count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'MISSING') as missing,
    coalesce(extract(epoch from clock_timestamp() - min(waiting_since) filter (where state = 'WAITING')), 0) as seconds
  from stream group by consumer, topic
), head as (
  select s.consumer, s.topic, min(i.received_at) as received_at
  from stream s join inbox i on i.tenant_id = s.tenant_id and i.consumer = s.consumer and i.key = s.key and i.topic = s.topic
    and i.sequence = s.handled + 1
  where s.received > s.handled group by s.consumer, s.topic
), parked as (
  select consumer, topic, count(*) as count from inbox
  where state = 'PARKED' and ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
  group by consumer, topic
)
select consumer, topic, pending, waiting, missing, seconds as "waitingSeconds", coalesce(count, 0) as parked,
  coalesce(extract(epoch from clock_timestamp() - received_at), 0) as "oldestSeconds"
from total left join head using (consumer, topic) left join parked using (consumer, topic)
order by consumer, topic`;

const selectMissing = `
select tenant_id as "tenantId", consumer, topic, key, handled + 1 as sequence, received
from inbox_stream
where state = 'MISSING' and ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
order by consumer, topic, tenant_id, key`;

const selectRejected = `
select id, tenant_id as "tenantId", consumer, topic, source_position as source, reason, headers, bytes, received_at as "receivedAt"
from inbox_rejected
where ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2) and ($3::bigint is null or id < $3)
order by id desc limit $4`;

const selectOutboxAge = `
with unpublished as (
  select count(*) as n, min(created_at) as oldest from outbox where position is null
  union all
  select count(*), min(created_at) from outbox
  where position > coalesce((select published_position from relay_publication where transport = $1), 0)
)
select sum(n) as unpublished, coalesce(extract(epoch from clock_timestamp() - min(oldest)), 0) as seconds from unpublished`;
