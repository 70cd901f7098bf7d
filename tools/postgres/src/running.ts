import { foldersOf, pgdataOf, readPassword } from './data-folder';
import { runningServer } from './pid-file';
import { type DatabaseServer, serverAt } from './server';

/** The server that runs on a cluster's folder at this moment, whoever drives it; null when none does. For commands beside a running house. */
export async function runningCluster(dataDir: string): Promise<DatabaseServer | null> {
  for (const folder of foldersOf(dataDir)) {
    const running = await runningServer(pgdataOf(folder));
    if (!running) continue;
    const password = encodeURIComponent(await readPassword(pgdataOf(folder)));
    return serverAt(`postgresql://postgres:${password}@127.0.0.1:${running.port}/postgres`);
  }
  return null;
}
