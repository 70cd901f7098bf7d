import { connected, type ServiceDatabase } from '../../../postgres/src/index';

type Client = Parameters<Parameters<typeof connected>[1]>[0];

/** Tables that are no tenant's, by name, and why that is right. */
export const ofNoTenant: Readonly<Record<string, string>> = {
  in_process_cursor: 'how far the relay has read other services’ logs, which hold all tenants',
  inbox_absence: 'which processes are missing, whose work is for all tenants',
  inbox_rejected: 'what came and was no event may name no tenant; where it does, the policy holds',
  migrations: 'TypeORM’s list of what was run: one for the database',
  relay_publication: 'how far each transport has published the log, which holds all tenants',
  relay_state: 'the one row that says where the log ends',
};

/** What the relay works with: messaging's tables, and what is claimed over all tenants; all else is closed to it. */
const ofMessaging = new Set([
  'due_work',
  'event_stream',
  'in_process_cursor',
  'inbox',
  'inbox_absence',
  'inbox_rejected',
  'inbox_stream',
  'outbox',
  'rehearsal_work',
  'relay_publication',
  'relay_state',
]);

export type Database = ServiceDatabase & { superuserUrl: string };

/** Tables whose primary key does not begin with the tenant, or that row-level security does not close; exceptions that are none, too. */
export function tableProblems({ ownerUrl }: Database): Promise<string[]> {
  return connected(ownerUrl, async (client) => {
    const tables = await rows<{ name: string; key: string[] | null; secured: boolean }>(
      client,
      `select c.relname as name, c.relrowsecurity as secured,
         (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
          where i.indrelid = c.oid and i.indisprimary) as key
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
    );
    return tables.flatMap(({ name, key, secured }) => {
      const byTenant = key?.[0] === 'tenant_id';
      return [
        ...(byTenant || name in ofNoTenant ? [] : [`${name}: its primary key does not begin with tenant_id`]),
        ...(byTenant && name in ofNoTenant ? [`${name}: is kept by tenant and needs no exception`] : []),
        ...(secured || name === 'migrations' ? [] : [`${name}: has no row-level security`]),
      ];
    });
  });
}

const [own, foreign] = ['019b8b80-0000-7000-8000-00000000000a', '019b8b80-0000-7000-8000-00000000000b'];

/**
 * What a service's two working roles can do that they must not: the app with another tenant's rows, the relay with any but messaging's tables.
 * It tries everything on a row per tenant in every table. Uses the database up: rows could not be made up with its checks in place.
 */
export async function wallProblems(database: Database): Promise<string[]> {
  const tables = await connected(database.superuserUrl, async (client) => {
    await loosen(client);
    return fill(client);
  });
  const ofApp = await connected(database.appUrl, async (client) => {
    const problems: string[] = [];
    for (const { name, byTenant, insert } of tables) {
      if (byTenant) problems.push(...(await byTenantProblems(client, name, insert)));
      // It reads the list of migrations when it starts.
      else if (name !== 'migrations') problems.push(...(await closedProblems(client, name)));
    }
    return problems;
  });
  const ofRelay = await connected(database.relayUrl, async (client) => {
    const problems: string[] = [];
    for (const { name } of tables) if (!ofMessaging.has(name)) problems.push(...(await closedProblems(client, name)));
    return problems;
  });
  return [...ofApp.map((problem) => `app ${problem}`), ...ofRelay.map((problem) => `relay ${problem}`)];
}

interface Table {
  name: string;
  byTenant: boolean;
  /** Writes one made-up row of a tenant. */
  insert: (tenantId: string) => string;
}

/** Without keys, references and checks any row will do. */
async function loosen(client: Client): Promise<void> {
  const constraints = await rows<{ sql: string }>(
    client,
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'u', 'p') order by contype <> 'f'`,
  );
  for (const { sql } of constraints) await client.query(sql);
}

/** One row of each of two tenants in every table that has tenants; returns all tables. */
async function fill(client: Client): Promise<Table[]> {
  const columns = await rows<{ table: string; name: string; type: string; wanted: boolean }>(
    client,
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
       a.attnotnull and not a.atthasdef and a.attidentity = '' as wanted
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, a.attnum`,
  );
  const tables = [...new Set(columns.map(({ table }) => table))].map((name): Table => {
    const ofTable = columns.filter(({ table }) => table === name);
    return {
      name,
      byTenant: ofTable.some((column) => column.name === 'tenant_id'),
      insert(tenantId) {
        const wanted = ofTable.filter((column) => column.wanted && column.name !== 'tenant_id');
        const names = ['tenant_id', ...wanted.map((column) => `"${column.name}"`)];
        const values = [`'${tenantId}'`, ...wanted.map(({ type }) => madeUp(type))];
        return `insert into ${name} (${names.join(', ')}) values (${values.join(', ')})`;
      },
    };
  });
  for (const { byTenant, insert } of tables)
    if (byTenant) for (const tenantId of [own, foreign]) await client.query(insert(tenantId));
  return tables;
}

function madeUp(type: string): string {
  const values: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: 'gen_random_uuid()::text',
    character: `'CNY'`,
    integer: '1',
    bigint: '1',
    numeric: '1',
    boolean: 'true',
    json: `'{}'`,
    jsonb: `'{}'`,
    date: 'current_date',
    'timestamp with time zone': 'now()',
  };
  const value = type.endsWith('[]') ? `'{}'` : values[type];
  if (value === undefined) throw new Error(`no value is made up for the type ${type} yet: say one here`);
  return value;
}

/** In a table with tenants: its own rows may be there, those of others must not be; and without a tenant there is nothing. */
async function byTenantProblems(client: Client, table: string, insert: Table['insert']): Promise<string[]> {
  const can = (sql: string, tenantId?: string) => attempt(client, sql, tenantId);
  const mayRead = await can(`select from ${table} where false`, own);
  const found = async (condition: string, tenantId?: string) =>
    mayRead !== 'denied' && Number(await can(`select from ${table} where ${condition}`, tenantId)) > 0;
  const changed = async (sql: string) => Number(await can(sql, own)) > 0;
  return said(`in ${table}`, [
    ['does not see its own rows', mayRead !== 'denied' && !(await found('true', own))],
    ['sees rows of another tenant', await found(`tenant_id is distinct from '${own}'`, own)],
    ['sees rows without having named a tenant', await found('true')],
    ['writes rows of another tenant', await changed(insert(foreign))],
    [
      'changes rows of another tenant',
      await changed(`update ${table} set tenant_id = '${own}' where tenant_id = '${foreign}'`),
    ],
    [
      'gives its rows to another tenant',
      await changed(`update ${table} set tenant_id = '${foreign}' where tenant_id = '${own}'`),
    ],
    ['deletes rows of another tenant', await changed(`delete from ${table} where tenant_id = '${foreign}'`)],
  ]);
}

/** A table that is closed to a role: PostgreSQL denies each of the verbs, not only the rows. */
async function closedProblems(client: Client, table: string): Promise<string[]> {
  const allowed = async (verb: string, sql: string): Promise<[string, boolean]> => [
    `may ${verb}`,
    (await attempt(client, sql, own)) !== 'denied',
  ];
  return said(table, [
    await allowed('read', `select from ${table}`),
    await allowed('write', `insert into ${table} default values`),
    await allowed('delete from', `delete from ${table}`),
  ]);
}

const said = (where: string, checks: readonly (readonly [string, boolean])[]): string[] =>
  checks.filter(([, broken]) => broken).map(([problem]) => `${problem} ${where}`);

/** How many rows a statement reaches, or that PostgreSQL denies it; undone again. Any other error is one of this helper. */
async function attempt(client: Client, sql: string, tenantId?: string): Promise<number | 'denied'> {
  await client.query('begin');
  try {
    if (tenantId !== undefined) await client.query(`set local app.tenant = '${tenantId}'`);
    return (await client.query(sql)).rowCount ?? 0;
  } catch (error) {
    // 42501: the privilege is missing, or row-level security refuses the new row
    if (Reflect.get(Object(error), 'code') === '42501') return 'denied';
    throw new Error(`${sql}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    await client.query('rollback');
  }
}

const rows = async <R>(client: Client, sql: string): Promise<R[]> => (await client.query(sql)).rows as R[];
