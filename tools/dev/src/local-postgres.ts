import { starting, type Stoppable } from '@fivepoint/service';
import { postgresFolder } from '../../local/src/settings';
import { type Cluster, startCluster } from '../../postgres/src/index';
import type { Step } from './progress';
import { reviving } from './reviving';

export interface LocalServer {
  dataDir: string;
  step: Step;
  say: (line: string) => void;
  parts: Stoppable[];
}

/** The PostgreSQL of a house on this machine; started again on its port and data when it dies by itself. */
export async function localPostgres({ dataDir, step, say, parts }: LocalServer): Promise<Cluster> {
  const start = step('PostgreSQL', () => startCluster({ dataDir: postgresFolder(dataDir), log: say }));
  const cluster = await starting(parts, start);
  parts.push(reviving({ name: 'PostgreSQL', runs: () => cluster.runs(), revive: () => cluster.restart(), say }));
  return cluster;
}
