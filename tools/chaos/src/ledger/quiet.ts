import { setTimeout as pause } from 'node:timers/promises';
import { serviceNames } from '@fivepoint/contracts';
import { connected, databaseOf, type DatabaseServer } from '../../../postgres/src/index';
import { readers } from './consumers';

export interface QuietOptions {
  prefix: string;
  transport: string;
  /** Nothing has moved for so long: nothing will. */
  unmovedMs: number;
  longestMs: number;
}

interface State {
  unpublished: number;
  events: number;
  open: number;
  received: { consumer: string; topic: string; count: number }[];
  /** Changes whenever anything does. */
  mark: string;
}

/** Waits until every event is published, received and settled, or nothing moves any more; tells whether all is settled. */
export async function quiet(server: DatabaseServer, options: QuietOptions): Promise<boolean> {
  let [mark, since] = ['', Date.now()];
  for (const giveUpAt = Date.now() + options.longestMs; ; await pause(250)) {
    const states = await look(server, options);
    if (settled(states)) return true;
    const now = JSON.stringify([...states]);
    if (now !== mark) [mark, since] = [now, Date.now()];
    if (Date.now() - since > options.unmovedMs || Date.now() > giveUpAt) return false;
  }
}

async function look(server: DatabaseServer, { prefix, transport }: QuietOptions): Promise<Map<string, State>> {
  const states = new Map<string, State>();
  for (const service of serviceNames)
    await connected(server.superuserUrl(prefix + databaseOf(service)), async (client) => {
      const { rows } = await client.query<State>(state, [transport]);
      states.set(`fivepoint.${service}`, rows[0]!);
    });
  return states;
}

function settled(states: ReadonlyMap<string, State>): boolean {
  const received = new Map(
    [...states.values()].flatMap((one) => one.received).map((one) => [`${one.consumer} ${one.topic}`, one.count]),
  );
  return (
    [...states.values()].every(({ unpublished, open }) => unpublished === 0 && open === 0) &&
    readers.every(({ consumer, topics }) =>
      [...topics].every((topic) => (received.get(`${consumer} ${topic}`) ?? 0) === states.get(topic)?.events),
    )
  );
}

const state = `
select
  (select count(*)::int from outbox) as events,
  (select count(*)::int from outbox where position is null
    or position > coalesce((select published_position from relay_publication where transport = $1), 0)) as unpublished,
  (select count(*)::int from inbox_stream where state <> 'IDLE') as open,
  (select coalesce(json_agg(r), '[]') from (select consumer, topic, count(*)::int as count from inbox group by consumer, topic) r) as received,
  (select count(*) filter (where done_at is not null) || ' ' || coalesce(sum(attempts + interruptions), 0) from inbox) as mark`;
