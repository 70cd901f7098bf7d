import { stopTestCluster } from './test-cluster';

export default async function globalTeardown(): Promise<void> {
  await stopTestCluster();
}
