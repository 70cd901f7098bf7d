import type { Envelope } from '@fivepoint/contracts';
import type { Pool } from 'pg';
import { inTransaction, type Sql, sqlOf, toNumber } from '../sql';
import type { Tuning } from '../tuning';
import { type NextRun, nextRun, type Step, type StreamRow } from './next-run';

/** One (consumer, topic, tenant, key): the unit that is handled in strict order. */
export interface Stream {
  tenantId: string;
  consumer: string;
  topic: string;
  key: string;
}

export interface ClaimedRow extends StreamRow {
  eventId: string;
  envelope: Envelope;
}

/** A stream that this instance alone may handle now, and the events to handle. That it runs is recorded and committed before they start. */
export interface Claim {
  stream: Stream;
  steps: readonly Step<ClaimedRow>[];
  /** A suspect: whoever handles it holds the gate. */
  alone: boolean;
}

export interface Claimant {
  pool: Pool;
  consumers: readonly string[];
  /** The number under which this instance shows that it lives. */
  instance: number;
  tuning: Tuning;
}

/** What is there to do beside what has been claimed. */
export interface Prospect {
  /** True when some stream waits to be handled alone. */
  suspects: boolean;
  /** Milliseconds until the next stream is due; null when none is. */
  dueInMs: number | null;
}

/**
 * Takes up to `free` streams that are due, those that have waited longest first, and those of which all is past (recorded history, or sent
 * again) after all others: an import holds up nobody. Never two of the same (consumer, key).
 */
export function claimRuns(claimant: Claimant, free: number): Promise<Claim[]> {
  return inTransaction(claimant.pool, async (sql) => {
    const due = onePerKey(await sql<DueRow>(lockDue, [claimant.consumers, free]));
    return due.length > 0 ? takeRuns(sql, claimant, due) : [];
  });
}

export async function prospect({ pool, consumers }: Claimant): Promise<Prospect> {
  const [row] = await sqlOf(pool)<{ suspects: boolean; due_in_ms: string | null }>(whatElse, [consumers]);
  return { suspects: row?.suspects === true, dueInMs: row?.due_in_ms == null ? null : Number(row.due_in_ms) };
}

/** Takes one suspect, and counts that its start is made alone: call it only while nothing else runs in this process. */
export function claimSuspect({ pool, consumers, instance }: Claimant): Promise<Claim | null> {
  return inTransaction(pool, async (sql) => {
    const [stream] = await sql<DueRow>(lockSuspect, [consumers]);
    if (!stream) return null;
    const [row] = await sql<InboxRow>(startAlone, [...placeOf(stream), stream.handled]);
    if (!row) throw new Error(`the suspect stream ${stream.consumer} ${stream.topic} ${stream.key} has no open event`);
    await settle(sql, instance, [{ stream, run: { state: 'RUNNING', handled: toNumber(stream.handled), steps: [] } }]);
    const from = toNumber(stream.handled);
    return { stream: streamOf(stream), steps: [{ row: claimedRow(row), from, to: from + 1 }], alone: true };
  });
}

async function takeRuns(sql: Sql, { instance, tuning }: Claimant, due: readonly DueRow[]): Promise<Claim[]> {
  const limit = tuning.longestRun * 2;
  const rows = await sql<InboxRow>(readStreams, [
    due.map((row) => row.tenant_id),
    due.map((row) => row.consumer),
    due.map((row) => row.topic),
    due.map((row) => row.key),
    due.map((row) => row.handled),
    limit,
  ]);
  const runs = due.map((stream, n) => {
    const own = rows.filter((row) => toNumber(row.n) === n + 1).map(claimedRow);
    const place = { handled: toNumber(stream.handled), received: toNumber(stream.received) };
    return { stream, run: nextRun(place, own, { limit, longest: tuning.longestRun }) };
  });
  await settle(sql, instance, runs);
  return runs
    .filter(({ run }) => run.steps.length > 0)
    .map(({ stream, run }) => ({ stream: streamOf(stream), steps: run.steps, alone: false }));
}

async function settle(
  sql: Sql,
  instance: number,
  runs: readonly { stream: DueRow; run: NextRun<ClaimedRow> }[],
): Promise<void> {
  await sql(settleStreams, [
    runs.map(({ stream }) => stream.tenant_id),
    runs.map(({ stream }) => stream.consumer),
    runs.map(({ stream }) => stream.topic),
    runs.map(({ stream }) => stream.key),
    runs.map(({ run }) => run.handled),
    runs.map(({ run }) => run.state),
    instance,
  ]);
}

interface DueRow {
  tenant_id: string;
  consumer: string;
  topic: string;
  key: string;
  handled: string;
  received: string;
}

interface InboxRow {
  n: string;
  event_id: string;
  sequence: string;
  state: StreamRow['state'];
  suspect: boolean;
  envelope: Envelope;
}

const placeOf = (row: DueRow) => [row.tenant_id, row.consumer, row.topic, row.key];

function streamOf({ tenant_id, consumer, topic, key }: DueRow): Stream {
  return { tenantId: tenant_id, consumer, topic, key };
}

function claimedRow({ event_id, sequence, state, suspect, envelope }: InboxRow): ClaimedRow {
  return { eventId: event_id, sequence: toNumber(sequence), state, suspect, envelope };
}

function onePerKey(due: readonly DueRow[]): DueRow[] {
  const first = new Map<string, DueRow>();
  for (const row of due) {
    const account = `${row.consumer} ${row.tenant_id} ${row.key}`;
    if (!first.has(account)) first.set(account, row);
  }
  return [...first.values()];
}

/** Looked up for each stream (hence `offset 0`): joined, PostgreSQL would read all streams at each claim to find the few that run. */
const noneRunning = `not exists (
  select from inbox_stream o
  where o.tenant_id = s.tenant_id and o.consumer = s.consumer and o.key = s.key and o.state = 'RUNNING' offset 0)`;

/** As of the statement's moment: the index ends there, while a clock that moves on is asked row by row, streams that wait for long included. */
const lockDue = {
  name: 'inbox-lock-due',
  text: `
select tenant_id, consumer, topic, key, handled, received from inbox_stream s
where due_at <= statement_timestamp() and consumer = any($1::text[]) and state in ('READY', 'WAITING') and ${noneRunning}
order by past, due_at limit $2
for update of s skip locked`,
};

const lockSuspect = `
select tenant_id, consumer, topic, key, handled, received from inbox_stream s
where consumer = any($1::text[]) and state = 'SUSPECT' and due_at <= clock_timestamp() and ${noneRunning}
order by due_at limit 1
for update of s skip locked`;

/** A statement of its own: only now that the streams are locked does it surely see all that was stored for them. */
const readStreams = {
  name: 'inbox-read-streams',
  text: `
select s.n, i.event_id, i.sequence, i.state, i.suspect, i.envelope
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[])
  with ordinality as s (tenant_id, consumer, topic, key, handled, n)
cross join lateral (
  select event_id, sequence, state, suspect, case when state in ('RECEIVED', 'WAITING') then envelope end as envelope
  from inbox
  where tenant_id = s.tenant_id and consumer = s.consumer and key = s.key and topic = s.topic and sequence > s.handled
  order by sequence limit $6
) i
order by s.n, i.sequence`,
};

const startAlone = `
update inbox set alone_starts = alone_starts + 1
where tenant_id = $1 and consumer = $2 and topic = $3 and key = $4 and sequence = $5::bigint + 1
  and state in ('RECEIVED', 'WAITING')
returning event_id, sequence, state, suspect, envelope`;

const settleStreams = {
  name: 'inbox-settle-streams',
  text: `
update inbox_stream s set
  handled = n.handled, state = n.state, claimed_by = case when n.state = 'RUNNING' then $7::integer end,
  due_at = case when n.state in ('READY', 'SUSPECT') then clock_timestamp() end
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])
  as n (tenant_id, consumer, topic, key, handled, state)
where s.tenant_id = n.tenant_id and s.consumer = n.consumer and s.topic = n.topic and s.key = n.key`,
};

const whatElse = {
  name: 'inbox-what-else',
  text: `
select
  exists (
    select from inbox_stream where consumer = any($1::text[]) and state = 'SUSPECT' and due_at <= clock_timestamp()
  ) as suspects,
  (select ceil(extract(epoch from min(first.due_at) - clock_timestamp()) * 1000)
   from (values (true), (false)) as streams (past) cross join lateral (
     select due_at from inbox_stream s
     where s.past = streams.past and due_at is not null and consumer = any($1::text[])
     order by due_at limit 1) first) as due_in_ms`,
};
