import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { lockClass } from '../advisory-locks';
import { keepConnected, type Session } from '../keep-connected';
import { type Log, messageOf } from '../log';
import { sqlOf } from '../sql';
import type { Tuning } from '../tuning';
import { deadInstances, takeOver } from './take-over';

export interface PresenceSettings {
  url: string;
  pool: Pool;
  service: string;
  consumers: readonly string[];
  log: Log;
  tuning: Tuning;
  /** Something may be due for the worker. */
  kick(): void;
}

export interface Presence {
  /** The number that claims carry. */
  readonly instance: number;
  alive(): boolean;
  stop(): Promise<void>;
}

/**
 * Shows that this instance lives, by a lock that dies with its connection; looks for instances that do not, and makes what they had started
 * suspects; hears when operators change something.
 */
export function startPresence(settings: PresenceSettings): Presence {
  const { url, service, log, tuning } = settings;
  const instance = randomInt(1, 2 ** 31);
  let held = false;
  const connection = keepConnected({ url, name: `presence ${service}`, log, tuning }, async (session) => {
    try {
      held = await present(instance, session, tuning);
      if (held) await watch(settings, instance, session);
    } finally {
      held = false;
    }
  });
  return { instance, alive: () => held, stop: () => connection.stop() };
}

/** After a broken connection the old session may hold the lock for a while; there is no other holder. */
async function present(instance: number, { client, alive, pause }: Session, tuning: Tuning): Promise<boolean> {
  const sql = sqlOf(client);
  await sql('listen inbox');
  while (alive()) {
    const [row] = await sql<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
      lockClass.instance,
      instance,
    ]);
    if (row?.held) return true;
    await pause(Math.min(tuning.pollMs, 100));
  }
  return false;
}

async function watch(
  settings: PresenceSettings,
  instance: number,
  { client, bell, alive, heard }: Session,
): Promise<void> {
  const { pool, consumers, log, tuning, kick } = settings;
  // By a clock that nobody sets: after one that was set back, nobody would be looked for until it is as late again.
  let looked = -Infinity;
  while (alive()) {
    kick();
    if (performance.now() - looked >= tuning.aliveCheckMs) {
      looked = performance.now();
      await sqlOf(client)(dueAgain, [consumers, 2 * Math.max(tuning.longestRetryMs, tuning.longestWaitMs)]);
      const dead = await deadInstances(sqlOf(client), consumers, instance, tuning);
      if (dead.length > 0) {
        const taken = await heard(takeOver(pool, dead, consumers, tuning)).catch((error: unknown) => {
          log.warn({ dead, error: messageOf(error) }, 'taking over from dead instances failed; it is tried again');
          return [];
        });
        for (const one of taken)
          log[one.parked ? 'error' : 'warn'](one, 'an event was being handled when its process died');
      }
    }
    await bell.wait(Math.min(tuning.aliveCheckMs, Math.max(0, looked + tuning.aliveCheckMs - performance.now())));
  }
}

/** No pause is that long: what is due so late was so before PostgreSQL's clock was set back. By `now()`, which an index can be asked for. */
const dueAgain = `
update inbox_stream set due_at = clock_timestamp()
where due_at > now() + make_interval(secs => $2::integer / 1000.0) and consumer = any($1::text[])`;
