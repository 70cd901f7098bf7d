import { migrate, type ServiceDefinition } from '@fivepoint/service';
import { createServiceDatabase, databaseOf, type DatabaseServer, type ServiceDatabase } from '../../postgres/src/index';

/**
 * A migrated database for each service: made when it is not there, brought up to date when it is.
 * @param prefix before the databases' names, where a server holds those of several houses
 */
export async function readyDatabases(
  server: DatabaseServer,
  definitions: readonly ServiceDefinition[],
  prefix = '',
): Promise<Map<string, ServiceDatabase>> {
  const databases = new Map<string, ServiceDatabase>();
  for (const { name } of definitions)
    databases.set(name, await createServiceDatabase(server, name, { database: prefix + databaseOf(name) }));
  await Promise.all(
    definitions.map((definition) => migrate(definition, databases.get(definition.name)?.ownerUrl ?? '')),
  );
  return databases;
}
