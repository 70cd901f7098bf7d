import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import {
  connected,
  createServiceDatabase,
  databaseExists,
  databaseOf,
  quoted,
  serverAt,
  type DatabaseServer,
  type ServiceDatabase,
} from '../../../tools/postgres/src/index';
import { clusterVariable } from './jest/test-cluster';

export interface TestDatabase extends ServiceDatabase {
  /** the database's name on the cluster of the run */
  readonly name: string;
  /** the superuser's URL to this database: for what no role of the service may do */
  readonly superuserUrl: string;
  /** Removes the database; close your connections first, or they are cut. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Brings an empty database to the service's schema; called once per run and template, with the owner's URL. */
  readonly migrate: (ownerUrl: string) => Promise<void>;
  /**
   * Databases of the same template are copies of one migrated database. By default the service's name: say another one where
   * `migrate` makes anything else than the service's own migrations, as specs of libraries do.
   */
  readonly template?: string;
  /** by default the server of the run; `ownCluster()` for a spec that stops or kills its server */
  readonly server?: DatabaseServer;
}

/** Making a template is for one spec at a time; the second number of the lock is the template's. */
const templateLock = 7205103;

/**
 * A fresh, migrated database for one spec file, with the three roles of the service: `beforeAll` makes it, `afterAll` drops it.
 * @throws Error when jest was started without the global set-up of libs/testing
 */
export async function testDatabase(service: string, options: TestDatabaseOptions): Promise<TestDatabase> {
  const server = options.server ?? serverOfRun();
  const template = await templateDatabase(server, service, options);
  const name = `${databaseOf(service)}_${randomUUID().slice(0, 13).replace('-', '')}`;
  const urls = await createServiceDatabase(server, service, { database: name, template });
  return {
    ...urls,
    name,
    superuserUrl: server.superuserUrl(name),
    drop: () =>
      connected(server.superuserUrl(), async (client) => {
        await allGone(client, name);
        await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
      }),
  };
}

/**
 * A pool of `pg` says that it has ended before its connections have: one that is cut in between ends the spec with an error that nobody awaits.
 * What is connected for longer than a moment has not been closed, and is cut.
 */
async function allGone(client: Client, name: string): Promise<void> {
  const until = Date.now() + 2000;
  for (;;) {
    const { rows } = await client.query('select from pg_stat_activity where datname = $1 and backend_type = $2', [
      name,
      'client backend',
    ]);
    if (rows.length === 0 || Date.now() > until) return;
    await pause(10);
  }
}

/** The PostgreSQL server of this jest run, for specs of what makes databases. */
export function serverOfRun(): DatabaseServer {
  const url = process.env[clusterVariable];
  if (url === undefined) {
    throw new Error(
      `${clusterVariable} is not set: run specs with "npx jest" from the root, whose set-up starts PostgreSQL`,
    );
  }
  return serverAt(url);
}

/** The migrated database that all databases of a template are copied from: the first spec of the run makes it. */
async function templateDatabase(
  server: DatabaseServer,
  service: string,
  { migrate, template = service }: TestDatabaseOptions,
): Promise<string> {
  const hash = createHash('sha256').update(`${service}/${template}`).digest();
  const name = `template_${databaseOf(service)}_${hash.toString('hex').slice(0, 12)}`;
  await connected(server.superuserUrl(), async (client) => {
    await client.query('select pg_advisory_lock($1, $2)', [templateLock, hash.readInt32BE(0)]);
    if (await databaseExists(client, name)) return;
    // Under another name until it is whole: a migration that fails must not leave a template.
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${quoted(draft)} WITH (FORCE)`);
    const { ownerUrl } = await createServiceDatabase(server, service, { database: draft });
    await migrate(ownerUrl);
    await client.query(`ALTER DATABASE ${quoted(draft)} RENAME TO ${quoted(name)}`);
  });
  return name;
}
