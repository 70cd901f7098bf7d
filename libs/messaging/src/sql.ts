import type { ClientBase, Pool, QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that is sent often carries a name: PostgreSQL then parses and plans it once per connection. */
export interface Statement {
  name?: string;
  text: string;
}

/** Runs one statement and gives its rows, on whichever connection it was made for. */
export type Sql = <R>(statement: string | Statement, values?: readonly unknown[]) => Promise<R[]>;

interface Queryable {
  query(query: { name?: string; text: string; values?: unknown[] }): Promise<QueryResult>;
}

/** Statements on a pool (each on any of its connections) or on one connection of its own. */
export function sqlOf(connection: Queryable): Sql {
  return async <R>(statement: string | Statement, values: readonly unknown[] = []) => {
    const query = typeof statement === 'string' ? { text: statement } : statement;
    const result = await connection.query({ ...query, values: [...values] });
    return result.rows as R[];
  };
}

/** The connection under a TypeORM transaction: what runs on it is part of that transaction. */
export async function connectionUnder(manager: EntityManager): Promise<ClientBase> {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('messaging works inside a transaction that its caller has opened');
  return (await runner.connect()) as ClientBase;
}

/** Statements within the caller's TypeORM transaction. */
export async function sqlUnder(manager: EntityManager): Promise<Sql> {
  return sqlOf(await connectionUnder(manager));
}

/** PostgreSQL's int8 comes as text; ours stay far below 2^53. */
export const toNumber = (value: string | number): number => Number(value);

/** One READ COMMITTED transaction on a connection of the pool; a connection that broke in it is thrown away. */
export async function inTransaction<R>(pool: Pool, work: (sql: Sql) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // While it is lent out, the pool does not listen: an unheard loss of the connection would end the process.
  const lost = (error: Error) => (broken = error);
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work(sqlOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(lost);
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/**
 * PostgreSQL's statistics of tables that fill and empty are always of another time: a plan made while an inbox was empty would read all of it
 * for each event, once it is full.
 */
export const alwaysByIndex = '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off';

/** The same for the rest of a transaction. */
export const byIndexFromNow = {
  text: `select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
};
