import {
  appDataSource,
  catalogueOf,
  entityDrift,
  MasterDataTable1000000000200,
  MasterRecord,
  type ServiceDefinition,
} from '@fivepoint/service';
import type { DatabaseServer, ServiceDatabase } from '../../postgres/src/index';
import { readyDatabases } from '../../local/src/databases';

/** Path of a service's database schema below the workspace. */
export const databaseSchemaPath = (name: string): string => `apps/${name}/schema.sql`;

const banner = (name: string): string =>
  `-- What the migrations of apps/${name} make. Written by \`npm run schemas:sql\`: change the migrations, not this file.\n\n`;

export interface DatabaseSchema {
  /** The text of schema.sql. */
  sql: string;
  /** Where the entities disagree with the tables; empty when they agree. */
  drift: string[];
}

/**
 * A service's migrated database, as it is checked in and as its entities see it.
 * @param url of its owner or of a superuser: to others the catalogue does not show every grant
 */
export const databaseSchemaOf = (definition: ServiceDefinition, url: string): Promise<DatabaseSchema> =>
  seenByEntities(definition, url, async (dataSource) => ({
    sql: banner(definition.name) + (await catalogueOf(dataSource)),
    drift: await entityDrift(dataSource),
  }));

/**
 * Migrated databases that the entities fit: on others every query fails, and every event is parked in the end.
 * @throws RangeError that names all differences
 */
export async function fittingDatabases(
  server: DatabaseServer,
  definitions: readonly ServiceDefinition[],
): Promise<Map<string, ServiceDatabase>> {
  const databases = await readyDatabases(server, definitions);
  const drifts = await Promise.all(
    definitions.map(async (definition) => {
      const drift = await seenByEntities(definition, databases.get(definition.name)?.ownerUrl ?? '', entityDrift);
      return drift.map((difference) => `  ${definition.name}: ${difference}`);
    }),
  );
  const all = drifts.flat();
  if (all.length > 0)
    throw new RangeError(
      `the databases are not as the entities say; is there a migration (docs/adding-a-field.md)?\n${all.join('\n')}`,
    );
  return databases;
}

async function seenByEntities<R>(
  definition: ServiceDefinition,
  url: string,
  look: (dataSource: Parameters<typeof entityDrift>[0]) => Promise<R>,
): Promise<R> {
  const copiesMasterData = definition.migrations.includes(MasterDataTable1000000000200);
  const entities = [...definition.entities, ...(copiesMasterData ? [MasterRecord] : [])];
  const dataSource = await appDataSource(url, entities, 2).initialize();
  try {
    return await look(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
