import { lockClass } from '../advisory-locks';
import { keepConnected, type KeptConnection, type Session } from '../keep-connected';
import { type Log, messageOf } from '../log';
import { type Sql, sqlOf, toNumber } from '../sql';
import type { Transport } from '../transport/transport';
import type { Tuning } from '../tuning';
import { Backoff } from '../waiting';
import { outboxReader } from './outbox-reader';

export interface RelaySettings {
  /** The database's URL as its relay role. */
  url: string;
  topic: string;
  transport: Pick<Transport, 'name' | 'publish'>;
  log: Log;
  tuning: Tuning;
}

/**
 * Publishes what the outbox holds, at least once and in the order of its entries. One relay per database works, whoever holds the session lock;
 * all others stand by. Positions and progress are written on the connection that holds the lock, so that a relay which has lost it can write
 * neither; no transaction is open while it publishes, and one batch is in flight.
 */
export function startRelay(settings: RelaySettings): KeptConnection {
  const { url, topic, log, tuning } = settings;
  return keepConnected({ url, name: `relay ${topic}`, log, tuning }, (session) => relay(settings, session));
}

async function relay(
  { topic, transport, log, tuning }: RelaySettings,
  { client, bell, alive, pause, heard }: Session,
): Promise<void> {
  const sql = sqlOf(client);
  const outbox = outboxReader(sql);
  await sql('listen outbox');
  while (alive() && !(await takesLock(sql))) await bell.wait(tuning.pollMs);
  if (!alive()) return;
  log.info({ topic }, 'relay took over');
  let published = await publishedPosition(sql, transport.name);
  const backoff = new Backoff(tuning.reconnectMs, tuning.longestReconnectMs);
  while (alive()) {
    const given = await givePositions(sql);
    const { events: batch } = await outbox.after(published, tuning.publishBatch);
    const last = batch.at(-1);
    if (!last) {
      if (given === 0) await bell.wait(tuning.pollMs);
      continue;
    }
    try {
      const envelopes = batch.map(({ envelope }) => envelope);
      await heard(transport.publish(topic, envelopes));
    } catch (error) {
      log.warn({ topic, error: messageOf(error) }, 'publishing failed; it is tried again');
      await pause(backoff.pause());
      continue;
    }
    backoff.reset();
    await sql(recordPublished, [transport.name, last.position]);
    published = last.position;
  }
}

async function takesLock(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ taken: boolean }>('select pg_try_advisory_lock($1, 0) as taken', [lockClass.relay]);
  return row?.taken === true;
}

/** How far a transport has the log; a transport that is new here starts from the beginning. */
async function publishedPosition(sql: Sql, transport: string): Promise<number> {
  await sql('insert into relay_publication (transport) values ($1) on conflict do nothing', [transport]);
  const [row] = await sql<{ published_position: string }>(
    'select published_position from relay_publication where transport = $1',
    [transport],
  );
  return toNumber(row?.published_position ?? 0);
}

/** Gives new rows the next positions without a gap, in the order of their entries, and tells how many they were. */
export async function givePositions(sql: Sql): Promise<number> {
  const rows = await sql(positionNext);
  return rows.length;
}

/** An entry is drawn under its stream's lock, so that whoever sees an event of a key sees all earlier ones of it, too. */
const positionNext = {
  name: 'outbox-position',
  text: `
with next as (
  select entry, row_number() over (order by entry) as n
  from (select entry from outbox where position is null order by entry limit 1000) as unpositioned
), ended as (
  update relay_state set last_position = last_position + (select count(*) from next) where exists (select from next)
)
update outbox o set position = s.last_position + next.n
from next, relay_state s
where o.entry = next.entry and o.position is null
returning o.entry`,
};

const recordPublished = {
  name: 'outbox-published',
  text: 'update relay_publication set published_position = greatest(published_position, $2) where transport = $1',
};
