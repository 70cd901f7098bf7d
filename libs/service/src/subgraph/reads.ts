import DataLoader from 'dataloader';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { type Viewer, visibleRows } from '../entity/visibility';
import { narrow } from '../graph/filter';
import type { List, ListArgs } from '../graph/list';
import { asText, type Order, type SortKey, sortKeys } from '../graph/order';
import { type Connection, cursorOf, keysetOf } from '../graph/page';
import type { Sort } from './sort';

type Row<T> = EntityClass & (new () => T);
type Read = <R>(work: (manager: EntityManager) => Promise<R>) => Promise<R>;
type Identified = ObjectLiteral & { id: string };

/** A list as it is asked for: its rows, put in order. */
interface Asked<T extends Identified> {
  list: List<T>;
  args: ListArgs;
}

/**
 * How resolvers read: each batch is one read-only transaction of the tenant, and every row passes the viewer's scope.
 * Made anew for each operation, so that nothing is remembered from one caller to the next.
 */
export class Reads {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly viewer: Viewer,
    private readonly read: Read,
  ) {}

  /** One row by id; null when there is none that the viewer may see. */
  one<T extends Identified>(entity: Row<T>, id: string): Promise<T | null> {
    return this.loader<T | null>(`one:${entity.name}`, async (manager, ids) => {
      const rows = await visibleRows(manager, entity, this.viewer).andWhere('e.id = any(:ids)', { ids }).getMany();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }).load(id);
  }

  /** The one row whose `property` has this value; null when there is none. */
  async oneBy<T extends Identified>(entity: Row<T>, property: keyof T & string, value: string): Promise<T | null> {
    return (await this.many(entity, property, value))[0] ?? null;
  }

  /** All rows whose `property` has this value: for short lists that belong to their parent, such as a contract's instalments. */
  many<T extends Identified>(entity: Row<T>, property: keyof T & string, value: string, sort?: Sort<T>): Promise<T[]> {
    const order = sort ?? ({ by: 'id', direction: 'ASC' } as Sort<T>);
    return this.loader<T[]>(
      `many:${entity.name}:${property}:${order.by}:${order.direction}`,
      async (manager, values) => {
        const rows = await visibleRows(manager, entity, this.viewer)
          .andWhere(`e.${property} = any(:values)`, { values })
          .orderBy(`e.${order.by}`, order.direction)
          .addOrderBy('e.id', order.direction)
          .getMany();
        return values.map((one) => rows.filter((row) => row[property] === one));
      },
    ).load(value);
  }

  /** A page of all visible rows. */
  async page<T extends Identified, F extends object>(list: List<T, F>, args: ListArgs<F>): Promise<Connection<T>> {
    const asked = { list: list as List<T>, args: args as ListArgs };
    const { entities, raw } = await this.read((manager) => {
      const page = this.rowsOf(manager, asked);
      const keys = goOn(page, asked);
      for (const [index, key] of keys.entries()) page.addSelect(asText(key), `sort_${index}`);
      for (const { sql } of keys) page.addOrderBy(sql, orderOf(asked).direction);
      return page
        .addOrderBy('e.id', orderOf(asked).direction)
        .limit(args.first + 1)
        .getRawAndEntities<RawRow>();
    });
    const rows = entities.map((node, index) => ({ node, values: sortValues(raw[index]) }));
    return connection(rows, asked, () => this.read((manager) => this.rowsOf(manager, asked).getCount()));
  }

  /** A page of the rows under one parent: one statement for all parents of a batch. */
  pageBy<T extends Identified, F extends object>(
    list: List<T, F>,
    property: keyof T & string,
    value: string,
    args: ListArgs<F>,
  ): Promise<Connection<T>> {
    const asked = { list: list as List<T>, args: args as ListArgs };
    const { first, after, filter } = args;
    const name = JSON.stringify(['page', list.node.name, property, orderOf(asked), first, after, filter]);
    return this.loader<Connection<T>>(name, async (manager, values) => {
      const rows = await this.firstOfEach(manager, asked, property, values);
      return values.map((one) =>
        connection(
          rows.filter(({ node }) => node[property] === one),
          asked,
          () => this.countBy(asked, property, one),
        ),
      );
    }).load(value);
  }

  private async firstOfEach<T extends Identified>(
    manager: EntityManager,
    asked: Asked<T>,
    property: keyof T & string,
    values: readonly string[],
  ): Promise<Placed<T>[]> {
    const { node } = asked.list;
    const { direction } = orderOf(asked);
    const parent = manager.connection.getMetadata(node).findColumnWithPropertyPath(property)?.databaseName ?? property;
    const ranked = this.rowsOf(manager, asked).andWhere(`e.${property} = any(:values)`, { values });
    const keys = goOn(ranked, asked);
    const sorting = [...keys.map(({ sql }) => sql), 'e.id'].map((sql) => `${sql} ${direction}`).join(', ');
    ranked.select('e.id', 'id').addSelect(`row_number() over (partition by e.${parent} order by ${sorting})`, 'place');
    for (const [index, key] of keys.entries()) ranked.addSelect(asText(key), `sort_${index}`);
    const page = manager
      .createQueryBuilder(node, 'r')
      .innerJoin(`(${ranked.getQuery()})`, 'p', 'p.id = r.id and p.place <= :upTo')
      .setParameters({ ...ranked.getParameters(), upTo: asked.args.first + 1 })
      .orderBy('p.place');
    for (const index of keys.keys()) page.addSelect(`p.sort_${index}`, `sort_${index}`);
    const { entities, raw } = await page.getRawAndEntities<RawRow>();
    return entities.map((row, index) => ({ node: row, values: sortValues(raw[index]) }));
  }

  private countBy<T extends Identified>(asked: Asked<T>, property: keyof T & string, value: string): Promise<number> {
    const name = JSON.stringify(['count', asked.list.node.name, property, asked.args.filter]);
    return this.loader<number>(name, async (manager, values) => {
      const counts = await this.rowsOf(manager, asked)
        .andWhere(`e.${property} = any(:values)`, { values })
        .select(`e.${property}`, 'value')
        .addSelect('count(*)::int', 'count')
        .groupBy(`e.${property}`)
        .getRawMany<{ value: string; count: number }>();
      const byValue = new Map(counts.map((row) => [row.value, row.count]));
      return values.map((one) => byValue.get(one) ?? 0);
    }).load(value);
  }

  /** All rows of a list that the viewer may see. */
  private rowsOf<T extends Identified>(manager: EntityManager, { list, args }: Asked<T>): SelectQueryBuilder<T> {
    const rows = visibleRows(manager, list.node, this.viewer);
    narrow(rows as SelectQueryBuilder<ObjectLiteral>, args.filter, list.where);
    return rows;
  }

  /** For anything that does not fit above: all keys that one operation asks for under `name` go to `batch` together. */
  batched<R>(
    name: string,
    key: string,
    batch: (manager: EntityManager, keys: readonly string[]) => Promise<R[]>,
  ): Promise<R> {
    return this.loader<R>(name, batch).load(key);
  }

  private loader<R>(
    name: string,
    batch: (manager: EntityManager, keys: readonly string[]) => Promise<R[]>,
  ): DataLoader<string, R> {
    const existing = this.loaders.get(name);
    if (existing) return existing as DataLoader<string, R>;
    const loader = new DataLoader<string, R>((keys) => this.read((manager) => batch(manager, keys)));
    this.loaders.set(name, loader as DataLoader<string, unknown>);
    return loader;
  }

  /** After a command the selection set must see what it wrote. */
  forget(): void {
    this.loaders.clear();
  }
}

/** A row and its place in the order. */
interface Placed<T> {
  node: T;
  values: string[];
}

type RawRow = Record<`sort_${number}`, string | undefined>;

const orderOf = <T extends Identified>({ list, args }: Asked<T>): Order => args.orderBy ?? list.order;

const cursorOrder = <T extends Identified>(asked: Asked<T>): string => {
  const { field, direction } = orderOf(asked);
  return `${asked.list.node.name} ${field} ${direction}`;
};

/** Leaves out what came before the cursor, and the cursor's own row; returns what the rows are sorted by. */
function goOn<T extends Identified>(query: SelectQueryBuilder<T>, asked: Asked<T>): SortKey[] {
  const { field, direction } = orderOf(asked);
  const by = asked.list.fields[field]?.by ?? 'id';
  const keys = sortKeys(query.connection.getMetadata(asked.list.node), by, direction);
  const { after } = asked.args;
  if (after === undefined || after === null) return keys;
  const { values, id } = keysetOf(
    after,
    cursorOrder(asked),
    keys.map(({ type }) => type),
  );
  const beyond = direction === 'ASC' ? '>' : '<';
  const names = [...values, id].map((_, index) => `:after_${index}`);
  query.andWhere(
    `(${[...keys.map(({ sql }) => sql), 'e.id'].join(', ')}) ${beyond} (${names.join(', ')})`,
    Object.fromEntries([...values, id].map((value, index) => [`after_${index}`, value])),
  );
  return keys;
}

const sortValues = (raw: RawRow = {}): string[] =>
  Object.keys(raw)
    .filter((name) => /^sort_\d$/.test(name))
    .sort()
    .map((name) => raw[name as `sort_${number}`] ?? '');

function connection<T extends Identified>(
  rows: readonly Placed<T>[],
  asked: Asked<T>,
  counted: () => Promise<number>,
): Connection<T> {
  const { first, after } = asked.args;
  const order = cursorOrder(asked);
  const edges = rows
    .slice(0, first)
    .map(({ node, values }) => ({ node, cursor: cursorOf({ order, values, id: node.id }) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined && after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    counted,
  };
}
