import { migrate, type ServiceDefinition } from '@fivepoint/service';
import { createServiceDatabase, type DatabaseServer, type ServiceDatabase } from '../../postgres/src/index';

/** A migrated database for each service: made when it is not there, brought up to date when it is. */
export async function readyDatabases(
  server: DatabaseServer,
  definitions: readonly ServiceDefinition[],
): Promise<Map<string, ServiceDatabase>> {
  const databases = new Map<string, ServiceDatabase>();
  for (const { name } of definitions) databases.set(name, await createServiceDatabase(server, name));
  await Promise.all(
    definitions.map((definition) => migrate(definition, databases.get(definition.name)?.ownerUrl ?? '')),
  );
  return databases;
}
