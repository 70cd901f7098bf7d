import type { ServiceName } from '@fivepoint/contracts';
import { type OwnCluster, testDatabase } from '@fivepoint/testing';
import { migrateForSpecs, serviceOn, type SpecService } from './service';

export * from './service';

/** A service on a database of its own, on the server of the run or on one that the spec may stop. */
export async function specService(name: ServiceName, server?: OwnCluster): Promise<SpecService> {
  const database = await testDatabase(name, {
    template: 'messaging',
    migrate: (ownerUrl) => migrateForSpecs(name, ownerUrl),
    ...(server && { server }),
  });
  return serviceOn(name, database, () => database.drop());
}
