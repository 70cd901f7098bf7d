import { Client } from 'pg';
import { urlOf, type DatabaseServer } from './server';
import { databaseOf, quoted, rolesOf, serviceDatabaseSql, type ServiceRoles } from './service-database-sql';

/** Connection URLs of one service's database, one for each of its roles. */
export interface ServiceDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly relayUrl: string;
}

export interface ServiceDatabaseOptions {
  /** By default the service's own name, with underscores. */
  readonly database?: string;
  /** A database of the same service to copy; nobody may be connected to it. */
  readonly template?: string;
}

/**
 * Roles and rights are rows that two cannot change at once: whoever makes or drops a database of a server does it alone.
 * The number is only ours.
 */
const serverLock = 7205102;

/**
 * Makes the roles and the database of a service, as far as they are absent; sets the roles' passwords and rights anew.
 * @param server a `Cluster`, or `serverAt(url)` for a server run by others
 * @throws RangeError for a name that is no service's; the server's own error when it refuses
 */
export async function createServiceDatabase(
  server: DatabaseServer,
  service: string,
  options: ServiceDatabaseOptions = {},
): Promise<ServiceDatabase> {
  const database = options.database ?? databaseOf(service);
  const passwords = passwordsOf(server, service);
  const sql = serviceDatabaseSql(service, passwords, { ...options, database });
  await connected(server.superuserUrl(), async (client) => {
    await client.query('select pg_advisory_lock($1)', [serverLock]);
    for (const statement of sql.roles) await client.query(statement);
    if (!(await databaseExists(client, database))) await client.query(sql.createDatabase);
    for (const statement of sql.access) await client.query(statement);
    if (options.template !== undefined) return;
    await connected(server.superuserUrl(database), async (inside) => {
      for (const statement of sql.inside) await inside.query(statement);
    });
  });
  return serviceDatabaseUrls(server, service, database);
}

/** The URLs of a service's database, without asking the server. */
export function serviceDatabaseUrls(
  server: DatabaseServer,
  service: string,
  database: string = databaseOf(service),
): ServiceDatabase {
  const roles = rolesOf(service);
  const passwords = passwordsOf(server, service);
  const url = (role: keyof ServiceRoles): string =>
    urlOf(server.superuserUrl(database), { user: roles[role], password: passwords[role] });
  return { ownerUrl: url('owner'), appUrl: url('app'), relayUrl: url('relay') };
}

/** Removes the database, whoever is connected to it, and then the service's roles. Does nothing where they are absent. */
export async function dropServiceDatabase(server: DatabaseServer, service: string): Promise<void> {
  const { owner, app, relay } = rolesOf(service);
  await connected(server.superuserUrl(), async (client) => {
    await client.query('select pg_advisory_lock($1)', [serverLock]);
    await client.query(`DROP DATABASE IF EXISTS ${quoted(databaseOf(service))} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${owner}, ${app}, ${relay}`);
  });
}

/** Runs `work` on a connection of its own, closed whatever happens. */
export async function connected<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  // A connection lost between two statements fails the next one; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function databaseExists(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  return rowCount === 1;
}

function passwordsOf(server: DatabaseServer, service: string): ServiceRoles {
  const roles = rolesOf(service);
  return {
    owner: server.rolePassword(roles.owner),
    app: server.rolePassword(roles.app),
    relay: server.rolePassword(roles.relay),
  };
}
