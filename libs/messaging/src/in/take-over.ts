import type { Pool } from 'pg';
import { lockClass } from '../advisory-locks';
import { inTransaction, type Sql } from '../sql';
import type { Tuning } from '../tuning';

/**
 * Looks for instances that have something running and hold no lock. Only who is missing in two looks is dead: a living one may have lost its
 * connection and be about to come back. The first look is written down, or nobody would be found where processes die one after the other,
 * each before its second look. Just after PostgreSQL's own start everybody is missing, so that nobody is called so.
 */
export async function deadInstances(
  sql: Sql,
  consumers: readonly string[],
  self: number,
  { aliveCheckMs, aliveGraceMs }: Pick<Tuning, 'aliveCheckMs' | 'aliveGraceMs'>,
): Promise<number[]> {
  const rows = await sql<{ instance: number }>(missingSinceTheLastLook, [
    consumers,
    self,
    lockClass.instance,
    aliveGraceMs,
    aliveCheckMs * shareOfAPause,
  ]);
  return rows.map(({ instance }) => instance);
}

/** A look may come a moment early; it counts as the second all the same. */
const shareOfAPause = 0.8;

/**
 * An absence that began in the future was noted before PostgreSQL's clock was set back: it begins anew at the next look. A start in the future
 * was before that, too, and is long ago by now; or else nobody would be missing until the clock has come there again. What is noted already is
 * left alone: two who look at once, and of whom each has seen another come back, would wait for one another.
 */
const missingSinceTheLastLook = `
with missing as (
  select distinct consumer, claimed_by as instance from inbox_stream s
  where state = 'RUNNING' and consumer = any($1::text[]) and claimed_by <> $2
    and pg_postmaster_start_time() not between clock_timestamp() - make_interval(secs => $4::integer / 1000.0) and clock_timestamp()
    and not exists (
      select from pg_locks
      where locktype = 'advisory' and classid = $3 and objid = s.claimed_by and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database()))
), back as (
  delete from inbox_absence a
  where a.consumer = any($1::text[]) and (
    a.since > clock_timestamp()
    or not exists (select from missing m where m.consumer = a.consumer and m.instance = a.instance))
), noted as (
  insert into inbox_absence (consumer, instance)
  select consumer, instance from missing m
  where not exists (select from inbox_absence a where a.consumer = m.consumer and a.instance = m.instance)
  order by consumer, instance
  on conflict do nothing
)
select distinct instance from missing join inbox_absence a using (consumer, instance)
where a.since <= clock_timestamp() - make_interval(secs => $5::float / 1000)`;

export interface TakenOver {
  consumer: string;
  topic: string;
  key: string;
  event: string;
  aloneStarts: number;
  parked: boolean;
}

/**
 * What dead instances had started becomes suspect and runs alone from now on. A suspect that was found started alone so often that it must
 * have killed its process itself is parked.
 */
export function takeOver(
  pool: Pool,
  dead: readonly number[],
  consumers: readonly string[],
  tuning: Tuning,
): Promise<TakenOver[]> {
  return inTransaction(pool, async (sql) => {
    // First the locks, then the look: what the dead ones have still committed is seen.
    await sql(lockStreams, [consumers, dead]);
    return sql<TakenOver>(suspectHeads, [consumers, dead, tuning.aloneStarts]);
  });
}

const lockStreams = `
select from inbox_stream
where consumer = any($1::text[]) and state = 'RUNNING' and claimed_by = any($2::integer[])
order by tenant_id, consumer, key, topic for update`;

const suspectHeads = `
with head as (
  update inbox i set
    suspect = true,
    state = case when i.alone_starts >= $3 then 'PARKED' else i.state end,
    reason = case when i.alone_starts >= $3 then 'killed the process ' || i.alone_starts || ' times, running alone' else i.reason end
  from inbox_stream s
  where s.consumer = any($1::text[]) and s.state = 'RUNNING' and s.claimed_by = any($2::integer[])
    and i.tenant_id = s.tenant_id and i.consumer = s.consumer and i.key = s.key and i.topic = s.topic and i.sequence = s.handled + 1
  returning i.tenant_id, i.consumer, i.topic, i.key, i.event_id, i.alone_starts, i.state
)
update inbox_stream s set
  state = case when head.state = 'PARKED' then 'PARKED' else 'SUSPECT' end,
  claimed_by = null, due_at = case when head.state <> 'PARKED' then clock_timestamp() end
from head
where s.tenant_id = head.tenant_id and s.consumer = head.consumer and s.key = head.key and s.topic = head.topic
returning s.consumer, s.topic, s.key, head.event_id as event, head.alone_starts as "aloneStarts", head.state = 'PARKED' as parked`;
