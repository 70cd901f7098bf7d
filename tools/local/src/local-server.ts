import { type DatabaseServer, runningCluster, startCluster } from '../../postgres/src/index';

/** The embedded server of this machine's house, for a command beside it: the running one, else one started for as long as the command takes. */
export async function localServer(
  folder: string,
): Promise<{ server: DatabaseServer; running: boolean; stop(): Promise<void> }> {
  const running = await runningCluster(folder);
  if (running) return { server: running, running: true, stop: async () => undefined };
  const cluster = await startCluster({ dataDir: folder });
  return { server: cluster, running: false, stop: () => cluster.stop() };
}
