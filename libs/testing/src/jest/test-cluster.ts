import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardCluster, startCluster, throwAwaySettings, type Cluster } from '../../../../tools/postgres/src/index';

/** By this variable the workers of a run know its cluster: the superuser's URL. Set it yourself to run specs on a server of your own. */
export const clusterVariable = 'FIVEPOINT_TEST_POSTGRES';

/** The process id of the run, by which everything it leaves in the temporary folder is found again. */
const runVariable = 'FIVEPOINT_TEST_RUN';

const prefix = 'fivepoint-test-';
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Jest loads the set-up and the teardown as separate modules; the process is what they share.
const shared = globalThis as typeof globalThis & { fivepointTestRun?: { cluster: Cluster; forget: () => void } };

/** Starts the one cluster of a jest run and says so to its workers. */
export async function startTestCluster(): Promise<void> {
  if (process.env[clusterVariable] !== undefined) return;
  process.env[runVariable] = String(process.pid);
  await removeLeftovers();
  const forget = endOnExit();
  const cluster = await startThrowAwayCluster();
  shared.fivepointTestRun = { cluster, forget };
  process.env[clusterVariable] = cluster.superuserUrl();
}

export async function stopTestCluster(): Promise<void> {
  const run = shared.fivepointTestRun;
  if (run === undefined) return;
  delete shared.fivepointTestRun;
  delete process.env[clusterVariable];
  await run.cluster.kill();
  endRun();
  run.forget();
}

/** A cluster in the temporary folder that goes with the run, at the latest. */
export function startThrowAwayCluster(): Promise<Cluster> {
  return startCluster({
    dataDir: join(tmpdir(), `${prefix}${process.env[runVariable] ?? process.pid}-${randomUUID()}`),
    settings: throwAwaySettings,
    log: (message) => process.stderr.write(`${message}\n`),
  });
}

/** A run that is broken off (Ctrl-C, --forceExit) never comes to its teardown. */
function endOnExit(): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    endRun();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', endRun);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.once('exit', endRun);
  for (const signal of signals) process.once(signal, onSignal);
  return forget;
}

/** Ends every cluster of this run at once and removes what they held; synchronous, since nothing else runs at an exit. */
function endRun(): void {
  for (const name of readdirSync(tmpdir()).filter((found) => found.startsWith(`${prefix}${process.pid}-`))) {
    const folder = join(tmpdir(), name);
    try {
      // PostgreSQL stops at once on SIGQUIT, and its children with it.
      process.kill(Number(readFileSync(join(folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
    } catch {
      // It is stopped already.
    }
    // The last processes of the server may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** What runs left behind that were killed and could clean up nothing. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN;
    if (Number.isNaN(maker) || isRunning(maker) || !isOurs(join(tmpdir(), name))) continue;
    await discardCluster(join(tmpdir(), name)).catch(() => false);
  }
}

/** Anybody may put a folder of that name here; nothing that another user wrote into one may steer what we remove. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
