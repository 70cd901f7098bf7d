import { createHmac } from 'node:crypto';

/** A PostgreSQL server in which service databases are made: ours, or one that is run by others. */
export interface DatabaseServer {
  /** The superuser's connection URL to a database of the server; "postgres" when none is named. */
  superuserUrl(database?: string): string;
  /** The password of a login role that we made there; always the same for the same server. */
  rolePassword(role: string): string;
}

/**
 * The server behind a superuser's connection URL.
 * @param url postgresql://user:password@host:port/… ; its database is replaced, its parameters (sslmode …) are kept
 * @param rolePassword passwords decided elsewhere (secrets of a deployment); by default they are derived from the superuser's,
 *   so that every process that may make databases knows them without asking
 * @throws TypeError when the URL cannot be read
 */
export function serverAt(url: string, rolePassword?: (role: string) => string): DatabaseServer {
  const { password } = new URL(url);
  return {
    superuserUrl: (database = 'postgres') => urlOf(url, { database }),
    rolePassword: rolePassword ?? ((role) => derivedPassword(password, role)),
  };
}

function derivedPassword(superuserPassword: string, role: string): string {
  if (superuserPassword === '') {
    throw new Error(
      'The superuser URL has no password to derive those of the services from: say the passwords yourself',
    );
  }
  return createHmac('sha256', decodeURIComponent(superuserPassword)).update(`role ${role}`).digest('base64url');
}

/** The URL with another database, user or password. */
export function urlOf(url: string, change: { database?: string; user?: string; password?: string }): string {
  const changed = new URL(url);
  if (change.database !== undefined) changed.pathname = `/${change.database}`;
  if (change.user !== undefined) changed.username = change.user;
  if (change.password !== undefined) changed.password = encodeURIComponent(change.password);
  return changed.toString();
}
