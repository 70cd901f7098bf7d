import { uuidv7 } from '@fivepoint/kernel';
import { Client } from 'pg';
import type { GraphClient } from './graph-client';
import type { ServiceUnderTest } from './service-under-test';

/** A row by its columns, as it is written: days and amounts in minor units as text or number. */
export type PlantedRow = Record<string, unknown> & { id: string };

/** Gives one of the values; which one looks random, and is the same in every run. */
export type Pick = <V>(...values: readonly V[]) => V;

/** What one list of a service is to answer, told by the columns of its rows and not by how the service asks for them. */
export interface ListCase {
  /** The field of Query. */
  list: string;
  table: string;
  /** A row that the table takes; what it leaves out and the table needs is filled in, its id too. */
  row: (pick: Pick) => Record<string, unknown>;
  /** For each condition of the filter one value, and which rows it chooses. */
  filters: Readonly<Record<string, readonly [value: unknown, chooses: (row: PlantedRow) => boolean]>>;
  /** For each order the columns that it goes by, the first first; CREATED_AT goes by the id. */
  orders: Readonly<Record<string, readonly string[]>>;
}

const rowCount = 48;

/**
 * Asks the list for each condition and each order that it has. Returns what is not as it should be, one line each: a condition that chooses
 * other rows, an order that is another one, one that has no case here, and a case whose rows could not tell.
 * @param rows all that the list has, as they were planted
 */
export async function wrongAnswers(
  service: ServiceUnderTest,
  listed: ListCase,
  rows: readonly PlantedRow[],
): Promise<string[]> {
  const graph = await service.as();
  return [...(await wrongConditions(graph, listed, rows)), ...(await wrongOrders(graph, listed, rows))].map(
    (problem) => `${listed.list}: ${problem}`,
  );
}

async function wrongConditions(
  graph: GraphClient,
  { list, filters }: ListCase,
  rows: readonly PlantedRow[],
): Promise<string[]> {
  const offered = await offeredBy(graph, list);
  const problems = notTheSame('condition', offered.conditions, Object.keys(filters));
  const chosen = new Map<string, string>();
  for (const [field, [value, chooses]] of Object.entries(filters)) {
    const expected = rows.filter(chooses).map(({ id }) => id);
    const others = rows.length - expected.length;
    if (expected.length === 0 || others === 0) problems.push(`no row, or every row, is chosen by ${field}`);
    const same = chosen.get(expected.join());
    if (same) problems.push(`${field} and ${same} choose the same rows`);
    chosen.set(expected.join(), field);
    const ask = async (wanted: unknown) =>
      (
        await idsOf(graph, list, `$filter: ${offered.filter}`, 'filter: $filter', { filter: { [field]: wanted } })
      ).sort();
    if ((await ask(value)).join() !== expected.sort().join()) problems.push(`${field} chooses other rows`);
    if (typeof value === 'boolean' && (await ask(!value)).length !== others)
      problems.push(`${field}: ${!value} does not choose the other rows`);
  }
  return problems;
}

async function wrongOrders(
  graph: GraphClient,
  { list, orders }: ListCase,
  rows: readonly PlantedRow[],
): Promise<string[]> {
  const offered = await offeredBy(graph, list);
  const all = { CREATED_AT: [], ...orders };
  const problems = notTheSame('order', offered.orders, Object.keys(all));
  const seen = new Map<string, string>();
  for (const [field, columns] of Object.entries<readonly string[]>(all))
    for (const direction of ['ASC', 'DESC']) {
      const expected = [...rows].sort(by(columns, direction === 'ASC' ? 1 : -1)).map(({ id }) => id);
      const same = seen.get(expected.join());
      if (same) problems.push(`${field} ${direction} and ${same} are the same order`);
      seen.set(expected.join(), `${field} ${direction}`);
      const orderBy = { field, direction };
      const given = await idsOf(graph, list, `$orderBy: ${offered.order}`, 'orderBy: $orderBy', { orderBy });
      if (given.join() !== expected.join()) problems.push(`${field} ${direction} is another order`);
    }
  return problems;
}

/** Compares by the columns and then by the id; what has no value comes last either way. */
const by =
  (columns: readonly string[], way: 1 | -1) =>
  (a: PlantedRow, b: PlantedRow): number => {
    for (const column of [...columns, 'id']) {
      const [one, other] = [a[column], b[column]] as [string | null, string | null];
      if (one === other) continue;
      if (one === null || other === null) return one === null ? 1 : -1;
      return one < other ? -way : way;
    }
    return 0;
  };

const notTheSame = (what: string, offered: readonly string[], told: readonly string[]): string[] => [
  ...offered.filter((name) => !told.includes(name)).map((name) => `the ${what} ${name} has no case`),
  ...told.filter((name) => !offered.includes(name)).map((name) => `there is no ${what} ${name}`),
];

async function idsOf(
  graph: GraphClient,
  list: string,
  variable: string,
  argument: string,
  variables: object,
): Promise<string[]> {
  const answer = await graph.query<Record<string, { nodes: { id: string }[] }>>(
    `query (${variable}) { ${list}(first: 100, ${argument}) { nodes { id } } }`,
    { ...variables },
  );
  return (answer[list]?.nodes ?? []).map(({ id }) => id);
}

/** The names of what a list can be narrowed by and put in order by, and of their types. */
async function offeredBy(graph: GraphClient, list: string) {
  const { __schema } = await graph.query<{
    __schema: {
      queryType: { fields: { name: string; args: { name: string; type: { name: string } }[] }[] };
      types: { name: string; inputFields: { name: string }[] | null; enumValues: { name: string }[] | null }[];
    };
  }>(`{ __schema { queryType { fields { name args { name type { name } } } }
    types { name inputFields { name } enumValues { name } } } }`);
  const args = __schema.queryType.fields.find(({ name }) => name === list)?.args ?? [];
  const typeOf = (argument: string) => args.find(({ name }) => name === argument)?.type.name ?? '';
  const type = (wanted: string) => __schema.types.find(({ name }) => name === wanted);
  const [filter, order] = [typeOf('filter'), typeOf('orderBy')];
  return {
    filter,
    order,
    conditions: (type(filter)?.inputFields ?? []).map(({ name }) => name),
    orders: (type(`${order}Field`)?.enumValues ?? []).map(({ name }) => name),
  };
}

/** Writes the rows of a list. */
export async function planted(
  { superuserUrl, tenantId }: ServiceUnderTest,
  { table, row }: ListCase,
): Promise<PlantedRow[]> {
  const pick = picking();
  const rows = Array.from({ length: rowCount }, () => ({ id: uuidv7(), ...row(pick) }) as PlantedRow);
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows: needed } = await client.query<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns
        where table_name = $1 and is_nullable = 'NO' and column_default is null`,
      [table],
    );
    // What a row refers to is not planted with it.
    await client.query('set session_replication_role = replica');
    for (const one of rows) {
      const filled = needed.map(({ name, type }) => [name, anyOf(type)] as const);
      const origin = needed.some(({ name }) => name === 'origin') && { origin: 'IMPORTED' };
      const written = { ...Object.fromEntries(filled), ...origin, tenant_id: tenantId, ...one };
      const places = Object.keys(written).map((_, index) => `$${index + 1}`);
      await client.query(
        `insert into ${table} (${Object.keys(written).join(', ')}) values (${places.join(', ')})`,
        Object.values(written),
      );
    }
  } finally {
    await client.end();
  }
  return rows;
}

const any: Readonly<Record<string, unknown>> = {
  text: 'any',
  bpchar: 'CNY',
  date: '2026-01-01',
  timestamptz: '2026-01-01T00:00:00Z',
  jsonb: '[]',
  _text: '{}',
  _uuid: '{}',
};

const anyOf = (type: string): unknown => (type === 'uuid' ? uuidv7() : (any[type] ?? 1));

/** Numbers of a linear congruential generator, which need not be good, only the same in every run. */
function picking(): Pick {
  let state = 20261125;
  return (...values) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] as (typeof values)[number];
  };
}
