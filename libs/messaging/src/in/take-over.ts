import type { Pool } from 'pg';
import { lockClass } from '../advisory-locks';
import { inTransaction, type Sql } from '../sql';
import type { Tuning } from '../tuning';

/**
 * Instances that have something running but hold no lock now. Only who is missing in two looks is dead: a living one may have lost its
 * connection and be about to come back. Just after PostgreSQL's own start everybody is, so that nobody is called missing.
 */
export async function deadInstances(
  sql: Sql,
  consumers: readonly string[],
  self: number,
  graceMs: number,
): Promise<number[]> {
  const rows = await sql<{ claimed_by: number }>(missingHolders, [consumers, self, lockClass.instance, graceMs]);
  return rows.map((row) => row.claimed_by);
}

/** Remembers one look, so that only who is missing in two of them, one after the other, is called dead. */
export class Absences {
  private last: readonly number[] = [];

  deadAmong(missing: readonly number[]): number[] {
    const dead = missing.filter((one) => this.last.includes(one));
    this.last = missing;
    return dead;
  }
}

const missingHolders = `
select distinct claimed_by from inbox_stream s
where state = 'RUNNING' and consumer = any($1::text[]) and claimed_by <> $2
  and pg_postmaster_start_time() < clock_timestamp() - make_interval(secs => $4::integer / 1000.0)
  and not exists (
    select from pg_locks
    where locktype = 'advisory' and classid = $3 and objid = s.claimed_by and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database()))`;

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
