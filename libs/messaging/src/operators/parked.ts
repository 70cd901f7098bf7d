import type { AnyEnvelope } from '@fivepoint/contracts';
import { problemsOf } from '../in/classify';
import { type Sql, toNumber } from '../sql';

/** An event that a consumer could not handle; the later ones of its (consumer, topic, key) wait behind it. */
export interface ParkedEvent {
  tenantId: string;
  consumer: string;
  topic: string;
  key: string;
  eventId: string;
  sequence: number;
  type: string;
  reason: string;
  attempts: number;
  receivedAt: Date;
  /** The whole event; its data is null where it could not be read. */
  envelope: AnyEnvelope;
  /** The value as it came, where it could not be read. */
  bytes: Buffer | null;
  /** How many later events of the stream have been received. */
  waitingBehind: number;
}

export interface ParkedFilter {
  tenantId?: string;
  consumer?: string;
  type?: string;
  eventId?: string;
  /** At most so many, the oldest. */
  limit?: number;
}

/** Which parked event an operator means. */
export interface ParkedRef {
  tenantId: string;
  consumer: string;
  eventId: string;
}

/** STILL_INVALID: its data breaks the schema as before, so that only discarding helps. */
export type ParkedOutcome = 'OK' | 'NOT_PARKED' | 'STILL_INVALID';

/** Oldest first; 100 of them where no limit is named. */
export async function listParked(sql: Sql, filter: ParkedFilter = {}): Promise<ParkedEvent[]> {
  return readParked(sql, await parkedRefs(sql, { limit: 100, ...filter }));
}

/** Which are parked at this moment, oldest first and all of them where no limit is named; without what is in them. */
export function parkedRefs(
  sql: Sql,
  { tenantId, consumer, type, eventId, limit }: ParkedFilter = {},
): Promise<ParkedRef[]> {
  return sql(selectRefs, [tenantId ?? null, consumer ?? null, type ?? null, eventId ?? null, limit ?? null]);
}

/** In the order of the references, without those that are parked no more. An event may be large: ask for some at a time. */
export async function readParked(sql: Sql, refs: readonly ParkedRef[]): Promise<ParkedEvent[]> {
  const rows = await sql<ParkedEvent & { state: string; sequence: string; waitingBehind: string }>(selectParked, [
    refs.map(({ tenantId }) => tenantId),
    refs.map(({ consumer }) => consumer),
    refs.map(({ eventId }) => eventId),
  ]);
  const parked = rows.filter(({ state }) => state === 'PARKED');
  return parked.map(({ state: _, ...row }) => ({
    ...row,
    sequence: toNumber(row.sequence),
    waitingBehind: toNumber(row.waitingBehind),
  }));
}

/** Has the event tried again from the start: all its counts are zero. Invalid data is checked again first, by the schemas of now. */
export async function retryParked(sql: Sql, ref: ParkedRef): Promise<ParkedOutcome> {
  const parked = await lockParked(sql, ref);
  if (!parked) return 'NOT_PARKED';
  if (parked.unreadable || problemsOf(parked.envelope).length > 0) return 'STILL_INVALID';
  await sql(release, [ref.tenantId, ref.consumer, ref.eventId, 'RECEIVED', null]);
  return 'OK';
}

/** Gives the event up, for a reason that is kept with it; the stream goes on behind it. */
export async function discardParked(sql: Sql, ref: ParkedRef & { reason: string }): Promise<ParkedOutcome> {
  const parked = await lockParked(sql, ref);
  if (!parked) return 'NOT_PARKED';
  await sql(release, [ref.tenantId, ref.consumer, ref.eventId, 'DISCARDED', ref.reason]);
  return 'OK';
}

interface LockedEvent {
  state: string;
  envelope: AnyEnvelope;
  unreadable: boolean;
}

/** The stream first, then the event: the order in which everybody locks them. */
async function lockParked(sql: Sql, { tenantId, consumer, eventId }: ParkedRef): Promise<LockedEvent | null> {
  const [place] = await sql<Record<'key' | 'topic', string>>(findEvent, [tenantId, consumer, eventId]);
  if (!place) return null;
  await sql(lockStream, [tenantId, consumer, place.key, place.topic]);
  const [row] = await sql<LockedEvent>(lockEvent, [tenantId, consumer, eventId]);
  return row?.state === 'PARKED' ? row : null;
}

const selectRefs = `
select tenant_id as "tenantId", consumer, event_id as "eventId" from inbox
where state = 'PARKED' and ($1::uuid is null or tenant_id = $1) and ($2::text is null or consumer = $2)
  and ($3::text is null or type = $3) and ($4::uuid is null or event_id = $4)
order by received_at, event_id, consumer limit $5`;

/**
 * Each row by its whole key, in this order: joined freely, tables that were never analysed are read through once for each reference. Here and
 * below the event's state is no condition: PostgreSQL takes the index of the parked for tiny, and would read it again and again.
 */
const selectParked = `
select i.state, i.tenant_id as "tenantId", i.consumer, i.topic, i.key, i.event_id as "eventId", i.sequence, i.type, i.reason, i.attempts,
  i.received_at as "receivedAt", i.envelope, i.bytes, s.received - i.sequence as "waitingBehind"
from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as ref (tenant_id, consumer, event_id, n)
cross join lateral (
  select * from inbox where tenant_id = ref.tenant_id and consumer = ref.consumer and event_id = ref.event_id offset 0
) i
cross join lateral (
  select received from inbox_stream
  where tenant_id = i.tenant_id and consumer = i.consumer and key = i.key and topic = i.topic offset 0
) s
order by ref.n`;

const findEvent = `
select key, topic from inbox
where tenant_id = $1 and consumer = $2 and event_id = $3`;

const lockStream = `
select from inbox_stream where tenant_id = $1 and consumer = $2 and key = $3 and topic = $4
for update`;

const lockEvent = `
select state, envelope, bytes is not null as unreadable from inbox
where tenant_id = $1 and consumer = $2 and event_id = $3
for update`;

/** Of an event that is locked. The notification goes out with the commit, so that the worker finds the stream due. */
const release = `
with event as (
  update inbox set
    state = $4, reason = $5, attempts = 0, interruptions = 0, alone_starts = 0, suspect = false,
    done_at = case when $4 = 'DISCARDED' then clock_timestamp() end
  where tenant_id = $1 and consumer = $2 and event_id = $3
  returning tenant_id, consumer, key, topic
), stream as (
  update inbox_stream s set state = 'READY', due_at = clock_timestamp()
  from event e
  where s.tenant_id = e.tenant_id and s.consumer = e.consumer and s.key = e.key and s.topic = e.topic and s.state = 'PARKED'
)
select pg_notify('inbox', '') from event`;
