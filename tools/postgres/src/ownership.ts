import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ClusterError } from './errors';

/** The mark of the one process that drives a cluster: the server gives it back the moment that process dies. */
export interface Ownership {
  /** Every process of the server, the postmaster not among them. */
  serverProcesses(): Promise<number[]>;
  release(): Promise<void>;
}

/** Held in the database "postgres"; the number is arbitrary and only ours. */
const ownerLock = 7205101;

/** What pg's Client can do and its types leave out. */
type DetachableClient = Client & { ref(): void; unref(): void };

interface Place {
  readonly folder: string;
  /** for the server to answer */
  readonly timeoutMs: number;
  /** for an owner that was killed just now: the server needs a moment to notice */
  readonly graceMs: number;
  /** false ends the wait: the server is gone */
  readonly stillRuns: () => boolean;
}

/**
 * Waits until the server answers and makes this process its owner.
 * @param url the superuser's URL to the database "postgres"
 * @returns null when the server went away while we waited
 * @throws ClusterError IN_USE when another living process drives the cluster, START_FAILED when the server never answers
 */
export async function takeOwnership(url: string, place: Place): Promise<Ownership | null> {
  const client = await connect(url, place);
  if (client === null) return null;
  const deadline = Date.now() + place.graceMs;
  while (!(await tryLock(client))) {
    if (Date.now() > deadline) {
      const owner = await nameOfOwner(client);
      await client.end();
      throw new ClusterError(
        'IN_USE',
        `The database in ${place.folder} is in use by ${owner}: stop that one first, or use another data folder with FIVEPOINT_DATA=<folder>.`,
      );
    }
    await pause(100);
  }
  // Holding a cluster must not keep a finished program alive, only a question under way does.
  client.unref();
  return {
    serverProcesses: async () => {
      client.ref();
      const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
      return rows.map((row) => row.pid);
    },
    release: async () => {
      client.ref();
      await client.end().catch(() => undefined);
    },
  };
}

async function connect(url: string, { folder, timeoutMs, stillRuns }: Place): Promise<DetachableClient | null> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const client = new Client({
      connectionString: url,
      application_name: `owner, process ${process.pid}`,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    }) as DetachableClient;
    // The server may be stopped or killed at any time; whoever needs it notices by itself.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === '28P01' || code === '28000') {
        throw new ClusterError('FOLDER_CORRUPT', `The server of ${folder} refuses the password that is stored there.`);
      }
      if (!stillRuns()) return null;
      if (Date.now() > deadline) {
        throw new ClusterError('START_FAILED', `The server of ${folder} runs but does not answer: ${message}`);
      }
      await pause(100);
    }
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [ownerLock]);
  return rows[0]?.got === true;
}

async function nameOfOwner(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and classid = 0 and objid = $1`,
    [ownerLock],
  );
  return rows[0]?.name.replace(/^owner, /, '') ?? 'another process';
}
