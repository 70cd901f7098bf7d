import { Client } from 'pg';
import { type Log, messageOf } from './log';
import { alwaysByIndex } from './sql';
import type { Tuning } from './tuning';
import { Backoff, Bell } from './waiting';

/** One connection for something that holds a lock: it lives until it dies, and `bell` rings for its notifications and for its end. */
export interface Session {
  client: Client;
  bell: Bell;
  /** False as soon as the connection is gone or a stop is asked for. */
  alive(): boolean;
  /** Waits, deaf to notifications, but no longer than the session lives. */
  pause(ms: number): Promise<void>;
  /**
   * Waits for work that says nothing on this connection, however long, and lets PostgreSQL hear meanwhile that this process does not hang.
   * Nothing else may be said on it until then.
   */
  heard<T>(work: Promise<T>): Promise<T>;
}

export interface KeptConnection {
  /** Resolves when the work has come to its end and the connection is closed. */
  stop(): Promise<void>;
}

/** Dead peers are found within half a minute on both sides, so that a lock does not outlive its holder. */
const keepAlive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** A peer that is gone says no goodbye. */
const atMost = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

async function speakingUntil<T>(work: Promise<T>, client: Client, everyMs: number): Promise<T> {
  const over = new Bell();
  let working = true;
  const speaking = (async () => {
    for (;;) {
      await over.wait(everyMs);
      if (!working) return;
      // A connection that is gone tells its session itself.
      await client.query('select').catch(() => undefined);
    }
  })();
  try {
    return await work;
  } finally {
    working = false;
    over.ring();
    await speaking;
  }
}

/** Runs `work` on a connection of its own; when either ends it starts again on a new one, with backoff, until stopped. */
export function keepConnected(
  { url, name, log, tuning }: { url: string; name: string; log: Log; tuning: Tuning },
  work: (session: Session) => Promise<void>,
): KeptConnection {
  const backoff = new Backoff(tuning.reconnectMs, tuning.longestReconnectMs);
  const pause = new Bell();
  let endSession = () => {};
  let stopping = false;

  const once = async () => {
    const client = new Client({
      connectionString: url,
      application_name: name,
      options: `${keepAlive} ${alwaysByIndex} -c idle_session_timeout=${tuning.hungMs}`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
      query_timeout: 60_000,
    });
    const bell = new Bell();
    const end = new Bell();
    let gone = false;
    const lost = () => {
      gone = true;
      bell.ring();
      end.ring();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => bell.ring());
    endSession = lost;
    try {
      await client.connect();
      backoff.reset();
      await work({
        client,
        bell,
        alive: () => !gone,
        pause: (ms) => (gone ? Promise.resolve() : end.wait(ms)),
        heard: (silent) => speakingUntil(silent, client, tuning.hungMs / 4),
      });
    } finally {
      endSession = () => {};
      await Promise.race([client.end().catch(() => undefined), atMost(1_000)]);
    }
  };

  const running = (async () => {
    while (!stopping) {
      try {
        await once();
        if (!stopping) log.warn({ name }, 'lost its connection');
      } catch (error) {
        if (!stopping) log.warn({ name, error: messageOf(error) }, 'lost its connection');
      }
      if (!stopping) await pause.wait(backoff.pause());
    }
  })();

  return {
    stop() {
      stopping = true;
      pause.ring();
      endSession();
      return running;
    },
  };
}
