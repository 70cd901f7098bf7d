import { Client } from 'pg';
import { eventually } from './eventually';

/** Waits until so many other transactions wait for a lock in this database. */
export type Waiting = (others: number) => Promise<void>;

/**
 * Does the work while a transaction of the spec's own keeps what the statement locks or changes, then commits: those who stand behind it go
 * on, one after the other. So what happens at the same moment happens every time.
 */
export async function whileLocked<R>(
  superuserUrl: string,
  statement: string,
  parameters: readonly unknown[],
  work: (waiting: Waiting) => Promise<R>,
): Promise<R> {
  const holder = new Client({ connectionString: superuserUrl });
  await holder.connect();
  const waiting: Waiting = (others) =>
    eventually(async () => {
      // Within a transaction PostgreSQL shows the activity as it was at the first look.
      await holder.query('select pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
      );
      if (rows[0]?.count !== others) throw new Error(`${rows[0]?.count} transactions wait, not ${others}`);
    });
  try {
    await holder.query('begin');
    await holder.query(statement, [...parameters]);
    const result = await work(waiting);
    await holder.query('commit');
    return result;
  } finally {
    await holder.end();
  }
}
