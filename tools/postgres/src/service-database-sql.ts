/** The three login roles of a service and their passwords. */
export interface ServiceRoles {
  /** makes and owns every table; only migrations use it */
  readonly owner: string;
  /** reads and writes rows, under row-level security */
  readonly app: string;
  /** sends and receives events; sees only what migrations grant it */
  readonly relay: string;
}

export interface ServiceDatabaseSql {
  /** Statements for any database of the server, in order; safe to repeat. */
  readonly roles: readonly string[];
  /** One statement; only when the database is absent, and not in a transaction (PostgreSQL allows neither). */
  readonly createDatabase: string;
  /** Statements for any database of the server, once the database is there; safe to repeat. */
  readonly access: readonly string[];
  /** Statements to run within the new database, in order; safe to repeat. */
  readonly inside: readonly string[];
}

/**
 * The role names of a service.
 * @param service as in the house's layout, with hyphens: customer-success
 * @throws RangeError for a name that is no service's name
 */
export function rolesOf(service: string): ServiceRoles {
  const prefix = identifierOf(service);
  return { owner: `${prefix}_owner`, app: `${prefix}_app`, relay: `${prefix}_relay` };
}

/** The database of a service: its name with underscores. */
export const databaseOf = (service: string): string => identifierOf(service);

function identifierOf(service: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(service) || service.length > 40) {
    throw new RangeError(
      `"${service}" is not a service's name: lower-case words joined by hyphens, at most 40 letters`,
    );
  }
  return service.replaceAll('-', '_');
}

/**
 * Everything a superuser does once for a service, as SQL. Pure: the embedded cluster, the container set-up and specs run the same.
 * @param database the name of the database, by default `databaseOf(service)`
 * @param template a database to copy instead of an empty one; it brings its `inside` along
 */
export function serviceDatabaseSql(
  service: string,
  passwords: ServiceRoles,
  { database = databaseOf(service), template }: { database?: string; template?: string } = {},
): ServiceDatabaseSql {
  const { owner, app, relay } = rolesOf(service);
  const name = quoted(database);
  const login = (role: string, password: string): string[] => [
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF; END $$`,
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${literal(password)}`,
  ];
  return {
    roles: [...login(owner, passwords.owner), ...login(app, passwords.app), ...login(relay, passwords.relay)],
    createDatabase:
      template === undefined
        ? // The server's own locale may sort otherwise: named here, every house sorts alike.
          `CREATE DATABASE ${name} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'`
        : `CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${quoted(template)}`,
    access: [
      `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
      `GRANT CONNECT ON DATABASE ${name} TO ${owner}, ${app}, ${relay}`,
    ],
    inside: [
      `ALTER SCHEMA public OWNER TO ${owner}`,
      'REVOKE ALL ON SCHEMA public FROM PUBLIC',
      `GRANT USAGE ON SCHEMA public TO ${app}, ${relay}`,
      `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}`,
      `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${app}`,
    ],
  };
}

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL takes it; a backslash is an ordinary character (standard_conforming_strings). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
