import { rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardCluster, startCluster, throwAwaySettings, type Cluster } from '../../../../tools/postgres/src/index';

/** By this variable the workers of a run know its cluster: the superuser's URL. Set it yourself to run specs on a server of your own. */
export const clusterVariable = 'FIVEPOINT_TEST_POSTGRES';

const prefix = 'fivepoint-test-';
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Run {
  readonly cluster: Cluster;
  /** takes the emergency exits away again */
  readonly forget: () => void;
}

// Jest loads the set-up and the teardown as separate modules; the process is what they share.
const shared = globalThis as typeof globalThis & { fivepointTestRun?: Run };

export async function startTestCluster(): Promise<void> {
  if (process.env[clusterVariable] !== undefined) return;
  await removeLeftovers();
  const cluster = await startCluster({
    dataDir: join(tmpdir(), `${prefix}${process.pid}-${Date.now()}`),
    settings: throwAwaySettings,
    log: (message) => process.stderr.write(`${message}\n`),
  });
  shared.fivepointTestRun = { cluster, forget: stopOnExit(cluster) };
  process.env[clusterVariable] = cluster.superuserUrl();
}

export async function stopTestCluster(): Promise<void> {
  const run = shared.fivepointTestRun;
  if (run === undefined) return;
  delete shared.fivepointTestRun;
  delete process.env[clusterVariable];
  await run.cluster.kill();
  run.forget();
  rmSync(run.cluster.dataDir, { recursive: true, force: true, maxRetries: 10 });
}

/** A run that is broken off never comes to its teardown. */
function stopOnExit(cluster: Cluster): () => void {
  const end = (): void => {
    try {
      // PostgreSQL stops at once on SIGQUIT, and its children with it.
      if (cluster.pid > 0) process.kill(cluster.pid, 'SIGQUIT');
    } catch {
      // It is gone already.
    }
    rmSync(cluster.dataDir, { recursive: true, force: true, maxRetries: 10 });
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.once('exit', end);
  for (const signal of signals) process.once(signal, onSignal);
  return forget;
}

/** What runs left behind that were killed and could clean up nothing. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const maker = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN;
    if (Number.isNaN(maker) || isRunning(maker)) continue;
    // Another user's leftovers are not ours to remove.
    await discardCluster(join(tmpdir(), name)).catch(() => false);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
