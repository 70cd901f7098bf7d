import { type Sql, toNumber } from '../sql';

/** One stream of an owner: a tenant and a key. */
export interface Place {
  tenantId: string;
  key: string;
}

/** Up to where a stream of an owner must have come to whoever reads its topic. */
export interface PublishedEnd extends Place {
  sequence: number;
  /** The event there; null where it has been pruned. */
  eventId: string | null;
}

/** Up to where one consumer has received a stream. */
export interface ReceivedEnd {
  /** 0 where nothing has come. */
  received: number;
  /** The event at the sequence that was asked for; null where it has been pruned, or has not come. */
  eventId: string | null;
}

/** What an owner still holds of the events that somebody lacks. */
export interface Retained {
  events: number;
  /** When the first of them was made. */
  since: Date | null;
  /** The smallest of their ids: what was made since its moment has them all. */
  firstId: string | null;
}

/** How far transports have an owner's log. */
export interface LogEnd {
  logId: string;
  lastPosition: number;
  /** By a broker, which need not be asked what its readers have; null where none has ever published from here. */
  broker: number | null;
  /** By the in-process transport. */
  inProcess: number | null;
}

export interface Paging {
  tenantId?: string;
  /** The last place of the page before. */
  after: Place | null;
  limit: number;
}

/** Both sides of every stream of one service: as the owner of its topic, and as a reader of the others. Read as its relay role. */
export interface StreamEnds {
  log(): Promise<LogEnd>;
  /**
   * The owner's streams by their places. What is to be expected of a reader: events up to a position of the log, and older than a number
   * of seconds; younger ones may be under way.
   */
  published(expected: { position: number; graceSeconds: number }, paging: Paging): Promise<PublishedEnd[]>;
  /** What a consumer has of streams, in the order in which they were named. */
  received(consumer: string, topic: string, ends: readonly PublishedEnd[]): Promise<ReceivedEnd[]>;
  /** The streams of a topic that a consumer has anything of, by their places. */
  receivedStreams(consumer: string, topic: string, paging: Paging): Promise<(Place & { received: number })[]>;
  /** The last sequences that the owner has given, published or not; 0 where it knows nothing of a stream. */
  given(places: readonly Place[]): Promise<number[]>;
  /** What the owner's outbox holds of each stream behind `from`, up to `to`. */
  retained(ranges: readonly (Place & { from: number; to: number })[]): Promise<Retained[]>;
}

export function streamEnds(sql: Sql): StreamEnds {
  return {
    async log() {
      const [row] = await sql<
        Record<'log_id' | 'last_position', string> & Record<'broker' | 'in_process', string | null>
      >(selectLog);
      if (!row) throw new Error('relay_state has lost its row');
      return {
        logId: row.log_id,
        lastPosition: toNumber(row.last_position),
        broker: row.broker === null ? null : toNumber(row.broker),
        inProcess: row.in_process === null ? null : toNumber(row.in_process),
      };
    },
    async published({ position, graceSeconds }, { tenantId, after, limit }) {
      const rows = await sql<{ tenant_id: string; key: string; sequence: string; id: string | null }>(selectPublished, [
        ...[after?.tenantId ?? nobody, after?.key ?? '', tenantId ?? null, limit],
        ...[position, graceSeconds],
      ]);
      return rows.map((row) => ({
        tenantId: row.tenant_id,
        key: row.key,
        sequence: toNumber(row.sequence),
        eventId: row.id,
      }));
    },
    async received(consumer, topic, ends) {
      const rows = await sql<{ received: string | null; event_id: string | null }>(selectReceived, [
        consumer,
        topic,
        ...columnsOf(ends),
        ends.map(({ sequence }) => sequence),
      ]);
      return rows.map((row) => ({ received: toNumber(row.received ?? 0), eventId: row.event_id }));
    },
    async receivedStreams(consumer, topic, { tenantId, after, limit }) {
      const rows = await sql<{ tenant_id: string; key: string; received: string }>(selectStreams, [
        ...[after?.tenantId ?? nobody, after?.key ?? '', tenantId ?? null, limit],
        ...[consumer, topic],
      ]);
      return rows.map((row) => ({ tenantId: row.tenant_id, key: row.key, received: toNumber(row.received) }));
    },
    async given(places) {
      const rows = await sql<{ last_sequence: string | null }>(selectGiven, columnsOf(places));
      return rows.map((row) => toNumber(row.last_sequence ?? 0));
    },
    async retained(ranges) {
      const rows = await sql<{ events: string; since: Date | null; first_id: string | null }>(selectRetained, [
        ...columnsOf(ranges),
        ranges.map(({ from }) => from),
        ranges.map(({ to }) => to),
      ]);
      return rows.map((row) => ({ events: toNumber(row.events), since: row.since, firstId: row.first_id }));
    },
  };
}

/** Before all tenants. */
const nobody = '00000000-0000-0000-0000-000000000000';

const columnsOf = (places: readonly Place[]): [string[], string[]] => [
  places.map(({ tenantId }) => tenantId),
  places.map(({ key }) => key),
];

const selectLog = `
select s.log_id, s.last_position,
  max(p.published_position) filter (where p.transport <> 'in-process') as broker,
  max(p.published_position) filter (where p.transport = 'in-process') as in_process
from relay_state s left join relay_publication p on true group by s.log_id, s.last_position`;

/** From the end of each stream: what is not to be expected yet are few. Where no row is left, all of them were published and pruned. */
const selectPublished = `
with stream as (
  select tenant_id, key, last_sequence from event_stream
  where (tenant_id, key) > ($1::uuid, $2::text) and ($3::uuid is null or tenant_id = $3)
  order by tenant_id, key limit $4
)
select s.tenant_id, s.key, expected.id, coalesce(expected.sequence, retained.first - 1, s.last_sequence) as sequence
from stream s
left join lateral (
  select sequence, id from outbox
  where tenant_id = s.tenant_id and key = s.key and position <= $5 and created_at <= now() - make_interval(secs => $6)
  order by sequence desc limit 1
) expected on true
left join lateral (
  select sequence as first from outbox where tenant_id = s.tenant_id and key = s.key order by sequence limit 1
) retained on expected.sequence is null
order by s.tenant_id, s.key`;

const selectReceived = `
select s.received, i.event_id
from unnest($3::uuid[], $4::text[], $5::bigint[]) with ordinality as p (tenant_id, key, sequence, n)
left join inbox_stream s on s.tenant_id = p.tenant_id and s.consumer = $1 and s.key = p.key and s.topic = $2
left join inbox i on i.tenant_id = p.tenant_id and i.consumer = $1 and i.key = p.key and i.topic = $2 and i.sequence = p.sequence
order by p.n`;

/** By all columns of the key, so that a page begins where the one before it ended. */
const selectStreams = `
select tenant_id, key, received from inbox_stream
where (tenant_id, consumer, key, topic) > ($1::uuid, $5::text, $2::text, $6::text)
  and consumer = $5 and topic = $6 and ($3::uuid is null or tenant_id = $3)
order by tenant_id, consumer, key, topic limit $4`;

const selectGiven = `
select s.last_sequence
from unnest($1::uuid[], $2::text[]) with ordinality as p (tenant_id, key, n)
left join event_stream s using (tenant_id, key)
order by p.n`;

const selectRetained = `
select found.events, found.since, found.first_id
from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[]) with ordinality as p (tenant_id, key, below, upto, n)
cross join lateral (
  select count(*) as events, min(created_at) as since, (array_agg(id order by id))[1] as first_id from outbox
  where tenant_id = p.tenant_id and key = p.key and sequence > p.below and sequence <= p.upto
) found
order by p.n`;
