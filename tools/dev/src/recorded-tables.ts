import type { Client } from 'pg';
import { quoted } from '../../postgres/src/index';

/** The rows of a service's database, by table. */
export type Tables = Record<string, Record<string, unknown>[]>;

/** Where a consumer stands in the logs of a house, and who is missing in it, does not count in another; migrations write their own. */
const ownToTheHouse = ['in_process_cursor', 'inbox_absence', 'migrations'];

/**
 * Everything in a service's database, in one snapshot; empty tables are left out.
 * @throws RangeError while events are on their way or stand still: such a house would be recorded half way
 */
export async function readTables(client: Client): Promise<Tables> {
  await client.query('begin isolation level repeatable read read only');
  const { rows: under } = await client.query(
    `select from inbox where state not in ('DONE', 'IGNORED') union all select from outbox where position is null`,
  );
  if (under.length > 0)
    throw new RangeError(`${under.length} events are not handled yet: try again when the house is quiet`);
  const tables: Tables = {};
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select row_to_json(t) as row from ${quoted(table)} t order by t::text`,
    );
    if (rows.length > 0) tables[table] = rows.map(({ row }) => row);
  }
  await client.query('commit');
  return tables;
}

/**
 * Puts recorded rows into a migrated database that has never been used; does nothing where anything has happened already.
 * @param client as a superuser: neither row-level security nor the order of references counts
 * @throws the server's error when the tables have changed since the recording
 */
export async function restoreTables(client: Client, tables: Tables): Promise<void> {
  const { rows: used } = await client.query('select from inbox union all select from outbox limit 1');
  if (used.length > 0) return;
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {})
      .map(quoted)
      .join(', ');
    await client.query(`delete from ${quoted(table)}`);
    await client.query(
      `insert into ${quoted(table)} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${quoted(table)}, $1)`,
      [JSON.stringify(rows)],
    );
  }
  for (const { sequence, next } of await identities(client))
    await client.query('select setval($1, $2)', [sequence, next]);
  await client.query('commit');
}

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [ownToTheHouse],
  );
  return rows.map(({ name }) => name);
}

/** Numbers that the database gives itself must go on behind the rows that came with theirs. */
async function identities(client: Client): Promise<{ sequence: string; next: string }[]> {
  const { rows: columns } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  );
  const found = [];
  for (const { table, column, sequence } of columns) {
    const { rows } = await client.query<{ next: string | null }>(
      `select max(${quoted(column)})::text as next from ${quoted(table)}`,
    );
    const next = rows[0]?.next;
    if (next != null) found.push({ sequence, next });
  }
  return found;
}
