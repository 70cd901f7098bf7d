import type { Sql, Statement } from '../sql';
import type { Tuning } from '../tuning';
import type { ClaimedRow, Stream } from './claim';
import type { Step } from './next-run';

/** One started event, with the proof that it is still ours: the stream runs under our number and stands just before it. */
export interface Started {
  stream: Stream;
  step: Step<ClaimedRow>;
  instance: number;
}

/** The first seven parameters of every statement below. */
function ours({ stream, step, instance }: Started): unknown[] {
  return [stream.tenantId, stream.consumer, stream.key, stream.topic, step.row.eventId, instance, step.from];
}

/** A reason as PostgreSQL can hold it, and no longer than one reads. */
const tidy = (reason: string): string => reason.replaceAll('\u0000', '').slice(0, 2_000);

const isOurs = (alias: string) => `
  ${alias}.tenant_id = $1 and ${alias}.consumer = $2 and ${alias}.key = $3 and ${alias}.topic = $4
  and ${alias}.state = 'RUNNING' and ${alias}.claimed_by = $6 and ${alias}.handled = $7`;

/** By its id and by its place: with either alone, PostgreSQL may take the other's index and read the whole consumer. */
const ourEvent = (alias: string) => `
  ${alias}.tenant_id = $1 and ${alias}.consumer = $2 and ${alias}.event_id = $5
  and ${alias}.key = $3 and ${alias}.topic = $4 and ${alias}.sequence = $7 + 1 and ${alias}.state in ('RECEIVED', 'WAITING')`;

const pause = (attempts: string, first: string, longest: string) =>
  `clock_timestamp() + make_interval(secs => least(${first} * power(2, least(${attempts}, 30)), ${longest}) / 1000.0)`;

/**
 * The event is done and the stream moves on; whoever waits in this key, or for an event of this key, is woken in the same transaction.
 * False when the event is no longer ours: the caller must undo what it did. With `last` the claim ends here.
 */
export async function recordDone(
  sql: Sql,
  started: Started,
  last: boolean,
  reason: string | null,
): Promise<{ ours: boolean; woken: boolean }> {
  const [row] = await sql<{ done: boolean; woken: boolean }>(done, [
    ...ours(started),
    started.step.to,
    last,
    reason && tidy(reason),
  ]);
  return { ours: row?.done === true, woken: row?.woken === true };
}

const done: Statement = {
  name: 'inbox-done',
  text: `
with stream as (
  update inbox_stream s set
    handled = $8,
    state = case when not $9::boolean then 'RUNNING' when s.received > $8 then 'READY' else 'IDLE' end,
    claimed_by = case when not $9::boolean then s.claimed_by end,
    due_at = case when $9::boolean and s.received > $8 then clock_timestamp() end,
    waiting_since = null, waits_on = null
  where ${isOurs('s')}
  returning s.topic
), event as (
  update inbox i set state = 'DONE', done_at = clock_timestamp(), reason = $10, suspect = false, alone_starts = 0
  from stream where ${ourEvent('i')}
  returning i.event_id
), woken as (
  update inbox_stream w set state = 'READY', due_at = clock_timestamp()
  where w.tenant_id = $1 and w.consumer = $2 and w.key = $3 and w.state = 'WAITING'
  returning w.topic
), called as (
  update inbox_stream w set state = 'READY', due_at = clock_timestamp()
  where w.tenant_id = $1 and w.consumer = $2 and w.waits_on = $3 and w.state = 'WAITING'
  returning w.topic
)
select exists (select from event) as done, exists (select from woken) or exists (select from called) as woken`,
};

/**
 * The event waits; with `soon` it is tried again at once, because what it waits for is just being handled. What an event of today waits for
 * is no longer past, or it would wait for a whole import.
 */
export async function recordWaiting(
  sql: Sql,
  started: Started,
  reason: string,
  on: string | null,
  soon: boolean,
  tuning: Tuning,
): Promise<void> {
  const [first, longest] = soon ? [50, 50] : [tuning.waitMs, tuning.longestWaitMs];
  await sql(waiting, [...ours(started), tidy(reason), on, first, longest]);
}

/** Waits for as long as it has waited already, and the first pause on top: 1, 2, 4, 8 … times the first. */
const waiting: Statement = {
  text: `
with stream as (
  update inbox_stream s set
    state = 'WAITING', claimed_by = null, waits_on = $9,
    waiting_since = coalesce(s.waiting_since, clock_timestamp()),
    due_at = clock_timestamp() + least(
      coalesce(clock_timestamp() - s.waiting_since, interval '0') + make_interval(secs => $10::integer / 1000.0),
      make_interval(secs => $11::integer / 1000.0))
  where ${isOurs('s')}
  returning s.topic, s.past
), needed as (
  select n.topic, n.key from inbox_stream n, stream
  where not stream.past and n.past and n.tenant_id = $1 and n.consumer = $2 and n.key in ($3, $9)
  for update of n skip locked
), lifted as (
  update inbox_stream l set past = false from needed
  where l.tenant_id = $1 and l.consumer = $2 and l.topic = needed.topic and l.key = needed.key
)
update inbox i set state = 'WAITING', reason = $8, suspect = false, alone_starts = 0, interruptions = 0
from stream where ${ourEvent('i')}`,
};

/** The event is parked at once, because trying again would give the same answer. */
export async function recordParked(sql: Sql, started: Started, reason: string): Promise<void> {
  await sql(parked, [...ours(started), tidy(reason)]);
}

const parked: Statement = {
  text: `
with stream as (
  update inbox_stream s set state = 'PARKED', claimed_by = null where ${isOurs('s')} returning s.topic
)
update inbox i set state = 'PARKED', reason = $8, attempts = i.attempts + 1, suspect = false, alone_starts = 0
from stream where ${ourEvent('i')}`,
};

/** How it stands with an event after a failure; null when it was no longer ours. */
export interface AfterFailure {
  state: 'RECEIVED' | 'WAITING' | 'PARKED';
  attempts: number;
  interruptions: number;
}

/** The handler threw: one attempt more, and a pause, or parked after the last one. It did not kill the process, so it is no suspect. */
export async function recordFailure(
  sql: Sql,
  started: Started,
  reason: string,
  tuning: Tuning,
): Promise<AfterFailure | null> {
  const values = [...ours(started), tidy(reason), tuning.maxAttempts, tuning.retryMs, tuning.longestRetryMs];
  const [row] = await sql<AfterFailure>(failure, values);
  return row ?? null;
}

const failure: Statement = {
  text: `
with stream as (
  update inbox_stream s set
    state = case when i.attempts + 1 >= $9 then 'PARKED' else 'READY' end,
    claimed_by = null,
    due_at = case when i.attempts + 1 < $9 then ${pause('i.attempts', '$10::float', '$11::float')} end
  from inbox i
  where ${isOurs('s')} and ${ourEvent('i')}
  returning s.topic
)
update inbox i set
  attempts = i.attempts + 1, state = case when i.attempts + 1 >= $9 then 'PARKED' else i.state end, reason = $8,
  suspect = false, alone_starts = 0
from stream where ${ourEvent('i')}
returning i.state, i.attempts, i.interruptions`,
};

/**
 * The database or the network failed, not the event: no attempt is counted, and a start made alone is taken back, since the process lives.
 * An event that is interrupted again and again is a suspect all the same, and parked in the end.
 */
export async function recordInterruption(
  sql: Sql,
  started: Started,
  reason: string,
  tuning: Tuning,
): Promise<AfterFailure | null> {
  const values = [
    ...ours(started),
    tidy(reason),
    tuning.interruptionsParked,
    tuning.interruptionsAlone,
    tuning.retryMs,
    tuning.longestRetryMs,
  ];
  const [row] = await sql<AfterFailure>(interruption, values);
  return row ?? null;
}

const interruption: Statement = {
  text: `
with stream as (
  update inbox_stream s set
    state = case
      when i.interruptions + 1 >= $9 then 'PARKED'
      when i.suspect or i.interruptions + 1 >= $10 then 'SUSPECT'
      else 'READY' end,
    claimed_by = null,
    due_at = case when i.interruptions + 1 < $9 then ${pause('i.interruptions', '$11::float', '$12::float')} end
  from inbox i
  where ${isOurs('s')} and ${ourEvent('i')}
  returning s.topic
)
update inbox i set
  interruptions = i.interruptions + 1,
  suspect = i.suspect or i.interruptions + 1 >= $10,
  alone_starts = greatest(i.alone_starts - 1, 0),
  state = case when i.interruptions + 1 >= $9 then 'PARKED' else i.state end,
  reason = $8
from stream where ${ourEvent('i')}
returning i.state, i.attempts, i.interruptions`,
};

/** Another topic's event of the same key is being handled elsewhere: the stream steps back for a moment. */
export async function stepBack(sql: Sql, started: Started): Promise<void> {
  await sql(back, ours(started));
}

const back: Statement = {
  text: `
with stream as (
  update inbox_stream s set
    state = case when i.suspect then 'SUSPECT' else 'READY' end, claimed_by = null,
    due_at = clock_timestamp() + interval '20 milliseconds'
  from inbox i
  where ${isOurs('s')} and ${ourEvent('i')}
  returning s.topic
)
update inbox i set alone_starts = greatest(i.alone_starts - 1, 0)
from stream where ${ourEvent('i')} and i.suspect`,
};
