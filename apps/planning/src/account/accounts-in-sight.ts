import {
  type Connection,
  type Conditions,
  cursorOfKey,
  cursorOfNoRow,
  type GraphContext,
  keyOfCursor,
  type ListArgs,
  narrow,
  seesAllIn,
  visibleRows,
} from '@fivepoint/service';
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { Account } from './account';

/** By what a list of what is worked out of accounts goes, as PostgreSQL works it out of each account `e`. */
export interface AccountKey {
  /** An expression; where it is null, the account comes last. */
  sql: string;
  type: 'date' | 'numeric';
  direction: 'ASC' | 'DESC';
  /** What a filter wants of the key. */
  conditions: readonly string[];
  parameters: ObjectLiteral;
}

/** A list of what is worked out of the accounts that the caller sees. */
export interface WorkedOut<F extends object, R> {
  name: string;
  /** What is said of the accounts themselves. */
  where: Conditions<F> | undefined;
  keyOf: (manager: EntityManager, filter: F) => Promise<AccountKey>;
  work: (manager: EntityManager, accounts: Account[]) => Promise<R[]>;
}

/**
 * A page of what is worked out of accounts, in the order of its key and of equal ones by id: PostgreSQL works the key out of all accounts that are wanted
 * and puts them in order, and only those of the page are loaded. A cursor is the id of its account, which must still be in the list.
 */
export async function pageOfAccounts<F extends object, R extends { id: string }>(
  context: GraphContext,
  { name, where, keyOf, work }: WorkedOut<F, R>,
  { filter, first, after }: ListArgs<F>,
): Promise<Connection<R>> {
  const viewer = { identity: context.caller, seesAll: seesAllIn.planning };
  const wanted = async (manager: EntityManager, text: string) => {
    const given = JSON.parse(text) as F;
    const key = await keyOf(manager, given);
    const query = visibleRows(manager, Account, viewer).setParameters(key.parameters);
    narrow(query as SelectQueryBuilder<ObjectLiteral>, given, where);
    for (const condition of key.conditions) query.andWhere(`(${condition})`);
    return { query, key };
  };
  const narrowed = JSON.stringify(filter ?? {});
  const before = after == null ? null : keyOfCursor(name, after);
  if (after != null && !isId(before)) throw cursorOfNoRow();
  const asked = JSON.stringify([narrowed, first, before]);
  const found = await context.reads.batched(`${name}, pages`, asked, async (manager, keys) => {
    const pages: ({ rows: R[]; hasNextPage: boolean } | null)[] = [];
    // One after the other: they share one connection.
    for (const one of keys) {
      const [text, count, from] = JSON.parse(one) as [string, number, string | null];
      const { query, key } = await wanted(manager, text);
      const ids = await idsBehind(query, key, count + 1, from);
      pages.push(
        ids && {
          rows: await inOrder(manager, ids.slice(0, count), viewer.identity.tenantId, work),
          hasNextPage: ids.length > count,
        },
      );
    }
    return pages;
  });
  if (!found) throw cursorOfNoRow();
  const edges = found.rows.map((node) => ({ node, cursor: cursorOfKey(name, node.id) }));
  return {
    edges,
    nodes: found.rows,
    pageInfo: {
      hasNextPage: found.hasNextPage,
      hasPreviousPage: before !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    counted: () =>
      context.reads.batched(`${name}, counted`, narrowed, async (manager, texts) => {
        const counts: number[] = [];
        for (const text of texts) counts.push(await (await wanted(manager, text)).query.getCount());
        return counts;
      }),
  };
}

const isId = (text: string | null): boolean =>
  text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The ids of so many accounts behind one of them, in the order of the key; null where that one is not among them. */
async function idsBehind(
  query: SelectQueryBuilder<Account>,
  { sql, type, direction }: AccountKey,
  count: number,
  from: string | null,
): Promise<string[] | null> {
  if (from !== null) {
    const start = await query
      .clone()
      .andWhere('e.id = :from', { from })
      .select(`cast(${sql} as text)`, 'key')
      .getRawOne<{ key: string | null }>();
    if (!start) return null;
    const value = `cast(:startsAt as ${type})`;
    const behind =
      start.key === null
        ? `${sql} is null and e.id > :from`
        : `${sql} ${direction === 'ASC' ? '>' : '<'} ${value} or (${sql} = ${value} and e.id > :from) or ${sql} is null`;
    query.andWhere(`(${behind})`, { from, startsAt: start.key });
  }
  const rows = await query
    .select('e.id', 'id')
    .addSelect(sql, 'sort_key')
    .orderBy('sort_key', direction, 'NULLS LAST')
    .addOrderBy('e.id')
    .limit(count)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

async function inOrder<R extends { id: string }>(
  manager: EntityManager,
  ids: readonly string[],
  tenantId: string,
  work: (manager: EntityManager, accounts: Account[]) => Promise<R[]>,
): Promise<R[]> {
  const accounts = await manager.findBy(Account, { tenantId, id: In([...ids]) });
  const byId = new Map((await work(manager, accounts)).map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What is worked out of one account at a time, for all that an operation asks for together. */
export function ofEachAccount<R extends { id: string }>(
  context: GraphContext,
  name: string,
  accountId: string,
  work: (manager: EntityManager, accounts: Account[]) => Promise<R[]>,
): Promise<R> {
  const { tenantId } = context.caller;
  return context.reads.batched(name, accountId, async (manager, ids) => {
    const accounts = await manager.findBy(Account, { tenantId, id: In([...ids]) });
    const byId = new Map((await work(manager, accounts)).map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id) as R);
  });
}
