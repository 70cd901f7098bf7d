import {
  appDataSource,
  catalogueOf,
  entityDrift,
  MasterDataTable1000000000200,
  MasterRecord,
  type ServiceDefinition,
} from '@fivepoint/service';

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
export async function databaseSchemaOf(definition: ServiceDefinition, url: string): Promise<DatabaseSchema> {
  const copiesMasterData = definition.migrations.includes(MasterDataTable1000000000200);
  const entities = [...definition.entities, ...(copiesMasterData ? [MasterRecord] : [])];
  const dataSource = await appDataSource(url, entities, 2).initialize();
  try {
    return {
      sql: banner(definition.name) + (await catalogueOf(dataSource)),
      drift: await entityDrift(dataSource),
    };
  } finally {
    await dataSource.destroy();
  }
}
