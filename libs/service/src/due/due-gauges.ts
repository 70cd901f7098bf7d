import type { Gauge } from '@fivepoint/messaging';
import type { DataSource } from 'typeorm';
import { mostAttempts } from './due-work';

/**
 * What is due of all tenants and waits, and what was started so often in vain that nobody tries it again, of each kind also where there is none; read
 * as the relay role. What is claimed counts as waiting until it is done.
 */
export async function dueGauges(relay: DataSource, kinds: readonly string[], now: Date): Promise<Gauge[]> {
  const rows = (await relay.query(
    `select k.kind, count(d.kind) filter (where not given_up)::int as waiting, count(d.kind) filter (where given_up)::int as stuck,
       coalesce(extract(epoch from $2::timestamptz - min(due_at) filter (where due_at <= $2 and not given_up)), 0)::float8 as oldest
     from unnest($1::text[]) as k (kind)
     left join (
       select kind, due_at, due_at <= $2 and attempts >= ${mostAttempts} as given_up from due_work
       where due_at <= $2 or attempts > 0
     ) d on d.kind = k.kind
     group by k.kind order by k.kind`,
    [kinds, now],
  )) as { kind: string; waiting: number; stuck: number; oldest: number }[];
  return rows.flatMap(({ kind, waiting, stuck, oldest }) => {
    const gauge = (name: string, help: string, value: number): Gauge => ({
      name: `fivepoint_due_${name}`,
      help,
      labels: { kind },
      value,
    });
    return [
      gauge('waiting_pieces', 'Pieces of work that are due and not done yet, those at work included.', waiting),
      gauge(
        'oldest_seconds',
        'For how long the oldest of them that nobody has claimed has been due, in seconds.',
        oldest,
      ),
      gauge('stuck_pieces', 'Pieces of work that were started too often in vain and wait for an operator.', stuck),
    ];
  });
}
