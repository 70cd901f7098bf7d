import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { foldersOf, pgdataOf, readPassword } from './data-folder';
import { ClusterError } from './errors';
import { takeOwnership } from './ownership';
import { isAlive, isServer, runningServer } from './pid-file';

/**
 * Ends a throw-away cluster that nobody drives any more and removes its folder, with all that is in it.
 * @returns false when a living process drives it: then nothing was touched
 */
export async function discardCluster(dataDir: string): Promise<boolean> {
  for (const folder of await foldersOf(dataDir)) {
    if (!(await endAbandoned(folder))) return false;
    // The last processes of the server may still be writing.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
  return true;
}

async function endAbandoned(folder: string): Promise<boolean> {
  const running = await runningServer(pgdataOf(folder));
  if (running === null) return true;
  const url = `postgresql://postgres:${await readPassword(pgdataOf(folder))}@127.0.0.1:${running.port}/postgres`;
  try {
    const stillRuns = (): boolean => isAlive(running.pid);
    const ownership = await takeOwnership(url, { folder, timeoutMs: 5000, graceMs: 0, stillRuns });
    await ownership?.release();
  } catch (error) {
    if (error instanceof ClusterError && error.code === 'IN_USE') return false;
    throw error;
  }
  // At once and with all its children; what it holds is not wanted.
  if (isAlive(running.pid)) process.kill(running.pid, 'SIGQUIT');
  for (let i = 0; i < 250 && (await isServer(running.pid, pgdataOf(folder))); i++) await pause(20);
  return true;
}
