import { type Sql, toNumber } from '../sql';

export interface StateFilter {
  tenantId?: string;
  consumer?: string;
}

/** What is not settled of a consumer's events from one topic. */
export interface ConsumerLag {
  consumer: string;
  topic: string;
  /** Received and neither done, ignored nor discarded. */
  pending: number;
  waiting: number;
  parked: number;
  /** Age of the oldest of them in seconds; 0 when there is none. */
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

export function listRejected(sql: Sql, { tenantId, consumer }: StateFilter = {}): Promise<RejectedMessage[]> {
  return sql<RejectedMessage>(selectRejected, [tenantId ?? null, consumer ?? null]);
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

const selectLag = `
select s.consumer, s.topic, coalesce(i.pending, 0) as pending, coalesce(i.waiting, 0) as waiting, coalesce(i.parked, 0) as parked,
  coalesce(i.seconds, 0) as "oldestSeconds", s.seconds as "waitingSeconds", s.missing
from (
  select consumer, topic, count(*) filter (where state = 'MISSING') as missing,
    coalesce(extract(epoch from clock_timestamp() - min(waiting_since) filter (where state = 'WAITING')), 0) as seconds
  from inbox_stream where ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
  group by consumer, topic
) s left join (
  select consumer, topic, count(*) as pending, count(*) filter (where state = 'WAITING') as waiting,
    count(*) filter (where state = 'PARKED') as parked, extract(epoch from clock_timestamp() - min(received_at)) as seconds
  from inbox
  where state in ('RECEIVED', 'WAITING', 'PARKED') and ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
  group by consumer, topic
) i using (consumer, topic)
order by consumer, topic`;

const selectMissing = `
select tenant_id as "tenantId", consumer, topic, key, handled + 1 as sequence, received
from inbox_stream
where state = 'MISSING' and ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
order by consumer, topic, tenant_id, key`;

const selectRejected = `
select tenant_id as "tenantId", consumer, topic, source_position as source, reason, headers, bytes, received_at as "receivedAt"
from inbox_rejected
where ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
order by id`;

const selectOutboxAge = `
with unpublished as (
  select count(*) as n, min(created_at) as oldest from outbox where position is null
  union all
  select count(*), min(created_at) from outbox
  where position > coalesce((select published_position from relay_publication where transport = $1), 0)
)
select sum(n) as unpublished, coalesce(extract(epoch from clock_timestamp() - min(oldest)), 0) as seconds from unpublished`;
