import { discardCluster, startCluster, throwAwaySettings, type Cluster } from '../../../../tools/postgres/src/index';
import { beginRun, endProcessesIn, endRun, foldersOfKilledRuns, newFolderOfRun, removeFolder } from './run-folders';

/** By this variable the workers of a run know its cluster: the superuser's URL. Set it yourself to run specs on a server of your own. */
export const clusterVariable = 'FIVEPOINT_TEST_POSTGRES';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Jest loads the set-up and the teardown as separate modules; the process is what they share.
const shared = globalThis as typeof globalThis & { fivepointTestRun?: { cluster: Cluster | null; forget: () => void } };

/** Starts the one cluster of a jest run and says so to its workers. */
export async function startTestCluster(): Promise<void> {
  beginRun();
  await removeLeftovers();
  const run = { cluster: null as Cluster | null, forget: endOnExit() };
  shared.fivepointTestRun = run;
  if (process.env[clusterVariable] !== undefined) return;
  run.cluster = await startThrowAwayCluster();
  process.env[clusterVariable] = run.cluster.superuserUrl();
}

export async function stopTestCluster(): Promise<void> {
  const run = shared.fivepointTestRun;
  if (run === undefined) return;
  if (run.cluster !== null) {
    delete process.env[clusterVariable];
    await run.cluster.kill();
  }
  endEverything();
  run.forget();
  delete shared.fivepointTestRun;
}

/** A cluster in the temporary folder that goes with the run, at the latest. */
export function startThrowAwayCluster(): Promise<Cluster> {
  return startCluster({
    dataDir: newFolderOfRun('postgres'),
    settings: throwAwaySettings,
    log: (message) => process.stderr.write(`${message}\n`),
  });
}

/** A run that is broken off (Ctrl-C, --forceExit) never comes to its teardown. */
function endOnExit(): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    endEverything();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', endEverything);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.once('exit', endEverything);
  for (const signal of signals) process.once(signal, onSignal);
  return forget;
}

function endEverything(): void {
  endRun();
  // It is elsewhere when the temporary folder was out of reach for PostgreSQL.
  const cluster = shared.fivepointTestRun?.cluster;
  if (cluster != null) removeFolder(cluster.dataDir);
}

/** What runs left behind that were killed and could clean up nothing. */
async function removeLeftovers(): Promise<void> {
  for (const folder of foldersOfKilledRuns()) {
    endProcessesIn(folder);
    await discardCluster(folder).catch(() => false);
  }
}
