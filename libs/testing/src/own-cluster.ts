import { discardCluster, type Cluster } from '../../../tools/postgres/src/index';
import { startThrowAwayCluster } from './jest/test-cluster';

export interface OwnCluster extends Cluster {
  /** Stops it and removes everything; the run does so at its end for what was forgotten. */
  discard(): Promise<void>;
}

/**
 * A PostgreSQL server of a spec's own, for specs that stop, kill or restart it: what was committed survives all three.
 * Takes a second; every other spec uses `testDatabase` on the server of the run.
 */
export async function ownCluster(): Promise<OwnCluster> {
  const cluster = await startThrowAwayCluster();
  const discard = async (): Promise<void> => {
    await cluster.kill();
    await discardCluster(cluster.dataDir);
  };
  return Object.assign(cluster, { discard });
}
