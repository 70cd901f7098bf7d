import { type Sql, toNumber } from '../sql';

export interface PruneLimits {
  /** Published events made before this moment go from the outbox. */
  outboxBefore?: Date;
  /** Settled events settled before this moment go from the inbox. */
  inboxBefore?: Date;
  /** Messages that are no events, set aside before this moment. */
  rejectedBefore?: Date;
}

export interface Pruned {
  outbox: number;
  inbox: number;
  rejected: number;
}

/** Rows deleted in one statement, so that no lock is held for long. */
const batch = 5_000;

/**
 * Deletes what nobody needs any more: from the outbox what every transport has published and every reader has read (`readByAll`), from the
 * inbox what is settled and passed by its stream, because a stream drops everything up to `handled` anyway. Sequences go on where they were.
 */
export async function prune(
  sql: Sql,
  readByAll: number,
  { outboxBefore, inboxBefore, rejectedBefore }: PruneLimits,
): Promise<Pruned> {
  const some = async (statement: string, before: Date) => (await sql(statement, [before, batch])).length;
  return {
    outbox: outboxBefore ? await inBatches(() => pruneOutbox(sql, readByAll, outboxBefore)) : 0,
    inbox: inboxBefore ? await inBatches(() => some(deleteInbox, inboxBefore)) : 0,
    rejected: rejectedBefore ? await inBatches(() => some(deleteRejected, rejectedBefore)) : 0,
  };
}

async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await deleteSome();
    total += deleted;
    if (deleted < batch) return total;
  }
}

async function pruneOutbox(sql: Sql, readByAll: number, before: Date): Promise<number> {
  const [row] = await sql<{ deleted: string }>(deleteOutbox, [before, readByAll, batch]);
  return toNumber(row?.deleted ?? 0);
}

/** What no transport has published yet goes nowhere: `least` alone would pass over a minimum of nothing. The time of the youngest that went is kept: a replay of anything older than it is refused. */
const deleteOutbox = `
with old as (
  select id from outbox
  where created_at < $1 and position <= least($2, (select coalesce(min(published_position), 0) from relay_publication))
  order by position limit $3
), deleted as (
  delete from outbox o using old where o.id = old.id returning o.created_at
), noted as (
  update relay_state set pruned_until = greatest(pruned_until, (select max(created_at) from deleted))
  where exists (select from deleted)
)
select count(*) as deleted from deleted`;

/** From the beginning of each stream on: a stream that a replay sets back finds all that is behind the place, or nothing. */
const deleteInbox = `
delete from inbox i using (
  select i.tenant_id, i.consumer, i.event_id
  from inbox_stream s
  cross join lateral (
    select min(sequence) as sequence from inbox
    where tenant_id = s.tenant_id and consumer = s.consumer and key = s.key and topic = s.topic and coalesce(done_at, received_at) >= $1
  ) first_kept
  join inbox i using (tenant_id, consumer, key, topic)
  where i.state in ('DONE', 'IGNORED', 'DISCARDED') and coalesce(i.done_at, i.received_at) < $1
    and i.sequence <= s.handled and (first_kept.sequence is null or i.sequence < first_kept.sequence)
  limit $2
) old
where i.tenant_id = old.tenant_id and i.consumer = old.consumer and i.event_id = old.event_id
returning i.event_id`;

const deleteRejected = `
delete from inbox_rejected where id = any(array(select id from inbox_rejected where received_at < $1 order by id limit $2))
returning id`;
