import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readyDatabases } from '../../local/src/databases';
import { services } from '../../local/src/services';
import { repositoryRoot } from '../../local/src/settings';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { discardCluster, startCluster, throwAwaySettings } from '../../postgres/src/index';
import { databaseSchemaOf, databaseSchemaPath } from './database-schema';

const usage = `Writes each apps/*/schema.sql: what the service's migrations make. Fails where its entities say otherwise.

  npm run schemas:sql`;

/** `npm run schemas:sql`: writes each service's schema.sql from what its migrations make of an empty database of a throw-away PostgreSQL. */
async function main(): Promise<void> {
  readCommandLine(usage, {});
  const dataDir = mkdtempSync(join(tmpdir(), 'fivepoint-schemas-'));
  const cluster = await startCluster({ dataDir, settings: throwAwaySettings });
  try {
    const databases = await readyDatabases(cluster, services);
    for (const definition of services) {
      const path = databaseSchemaPath(definition.name);
      const file = join(repositoryRoot, path);
      const { sql, drift } = await databaseSchemaOf(definition, databases.get(definition.name)?.ownerUrl ?? '');
      for (const difference of drift) console.error(`${definition.name}: ${difference}`);
      if (drift.length > 0) process.exitCode = 1;
      if (existsSync(file) && readFileSync(file, 'utf8') === sql) continue;
      writeFileSync(file, sql);
      console.log(`wrote ${path}`);
    }
  } finally {
    await cluster.stop();
    await discardCluster(dataDir);
  }
}

runCommand(main);
