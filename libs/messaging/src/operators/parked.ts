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
  eventId?: string;
  /** At most so many, oldest first; 100 by default. */
  limit?: number;
}

/** Which parked event an operator means. */
export interface ParkedRef {
  consumer: string;
  eventId: string;
  tenantId?: string;
}

/** STILL_INVALID: its data breaks the schema as before, so that only discarding helps. */
export type ParkedOutcome = 'OK' | 'NOT_PARKED' | 'STILL_INVALID';

export async function listParked(
  sql: Sql,
  { tenantId, consumer, eventId, limit = 100 }: ParkedFilter = {},
): Promise<ParkedEvent[]> {
  const rows = await sql<ParkedEvent & { sequence: string; waitingBehind: string }>(selectParked, [
    tenantId ?? null,
    consumer ?? null,
    limit,
    eventId ?? null,
  ]);
  return rows.map((row) => ({
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
  await sql(release, [parked.tenant_id, ref.consumer, ref.eventId, 'RECEIVED', null]);
  return 'OK';
}

/** Gives the event up, for a reason that is kept with it; the stream goes on behind it. */
export async function discardParked(sql: Sql, ref: ParkedRef & { reason: string }): Promise<ParkedOutcome> {
  const parked = await lockParked(sql, ref);
  if (!parked) return 'NOT_PARKED';
  await sql(release, [parked.tenant_id, ref.consumer, ref.eventId, 'DISCARDED', ref.reason]);
  return 'OK';
}

interface LockedEvent {
  tenant_id: string;
  envelope: AnyEnvelope;
  unreadable: boolean;
}

/** The stream first, then the event: the order in which everybody locks them. */
async function lockParked(sql: Sql, { consumer, eventId, tenantId }: ParkedRef): Promise<LockedEvent | null> {
  await sql(lockStream, [consumer, eventId, tenantId ?? null]);
  const [row] = await sql<LockedEvent>(lockEvent, [consumer, eventId, tenantId ?? null]);
  return row ?? null;
}

const selectParked = `
select i.tenant_id as "tenantId", i.consumer, i.topic, i.key, i.event_id as "eventId", i.sequence, i.type, i.reason, i.attempts,
  i.received_at as "receivedAt", i.envelope, i.bytes, s.received - i.sequence as "waitingBehind"
from inbox i join inbox_stream s using (tenant_id, consumer, key, topic)
where i.state = 'PARKED' and ($1::uuid is null or i.tenant_id = $1) and ($2::text is null or i.consumer = $2)
  and ($4::uuid is null or i.event_id = $4)
order by i.received_at, i.event_id limit $3`;

const lockStream = `
select from inbox_stream s
where (s.tenant_id, s.consumer, s.key, s.topic) in (
  select tenant_id, consumer, key, topic from inbox
  where consumer = $1 and event_id = $2 and state = 'PARKED' and ($3::uuid is null or tenant_id = $3))
for update`;

const lockEvent = `
select tenant_id, envelope, bytes is not null as unreadable from inbox
where consumer = $1 and event_id = $2 and state = 'PARKED' and ($3::uuid is null or tenant_id = $3)
for update`;

/** The notification goes out with the commit, so that the worker finds the stream due. */
const release = `
with event as (
  update inbox set
    state = $4, reason = $5, attempts = 0, interruptions = 0, alone_starts = 0, suspect = false,
    done_at = case when $4 = 'DISCARDED' then clock_timestamp() end
  where tenant_id = $1 and consumer = $2 and event_id = $3 and state = 'PARKED'
  returning tenant_id, consumer, key, topic
), stream as (
  update inbox_stream s set state = 'READY', due_at = clock_timestamp()
  from event e
  where s.tenant_id = e.tenant_id and s.consumer = e.consumer and s.key = e.key and s.topic = e.topic and s.state = 'PARKED'
)
select pg_notify('inbox', '') from event`;
