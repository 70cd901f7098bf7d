import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { foldersOf, pgdataOf, readPassword } from './data-folder';
import { ClusterError } from './errors';
import { takeOwnership } from './ownership';
import { isAlive, isServer, runningServer } from './pid-file';

/**
 * Ends clusters that nobody drives any more and removes their folders, with all that is in them.
 * @returns false when a living process drives one of them: then nothing was removed
 */
export async function discardCluster(...dataDirs: readonly string[]): Promise<boolean> {
  const folders = dataDirs.flatMap(foldersOf);
  for (const folder of folders) if (!(await endAbandoned(folder))) return false;
  // The last processes of the servers may still be writing.
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
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
