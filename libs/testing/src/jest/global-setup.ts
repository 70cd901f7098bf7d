import { startTestCluster } from './test-cluster';

/** Runs once before the first spec: one throw-away PostgreSQL for the whole run. */
export default async function globalSetup(): Promise<void> {
  await startTestCluster();
}
