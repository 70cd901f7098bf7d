import DataLoader from 'dataloader';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { type Viewer, visibleRows } from '../entity/visibility';
import { type Connection, cursorOf, keysetOf, type PageArgs } from '../graph/page';

type Row<T> = EntityClass & (new () => T);
type Read = <R>(work: (manager: EntityManager) => Promise<R>) => Promise<R>;
type Identified = ObjectLiteral & { id: string };

/** What a list may be sorted by: never what may be null, for a row without it would stand neither before nor behind a cursor. */
type Sortable<T> = {
  [K in keyof T & string]-?: null extends T[K] ? never : undefined extends T[K] ? never : K;
}[keyof T & string];

/** A list's order; ties go by id, so that every order is total. Default: newest first. */
export interface Sort<T> {
  by: Sortable<T>;
  direction: 'ASC' | 'DESC';
}

export interface ListOptions<T> {
  sort?: Sort<T>;
  /** Narrows the list; `key` must say the same as `where` does, for it tells equal lists apart from different ones. */
  filter?: { key: string; where(query: SelectQueryBuilder<ObjectLiteral>): void };
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
  async page<T extends Identified>(
    entity: Row<T>,
    args: PageArgs,
    options: ListOptions<T> = {},
  ): Promise<Connection<T>> {
    const order = options.sort ?? ({ by: 'id', direction: 'DESC' } as Sort<T>);
    const query = (manager: EntityManager) => {
      const rows = visibleRows(manager, entity, this.viewer);
      options.filter?.where(rows as SelectQueryBuilder<ObjectLiteral>);
      return rows;
    };
    const rows = await this.read((manager) => {
      const page = query(manager);
      goOn(page, args, order);
      return page
        .orderBy(`e.${order.by}`, order.direction)
        .addOrderBy('e.id', order.direction)
        .limit(args.first + 1)
        .getMany();
    });
    return connection(rows, args, order, () => this.read((manager) => query(manager).getCount()));
  }

  /** A page of the rows under one parent: one statement for all parents of a batch. */
  pageBy<T extends Identified>(
    entity: Row<T>,
    property: keyof T & string,
    value: string,
    args: PageArgs,
    options: ListOptions<T> = {},
  ): Promise<Connection<T>> {
    const order = options.sort ?? ({ by: 'id', direction: 'DESC' } as Sort<T>);
    const name = [
      'page',
      entity.name,
      property,
      order.by,
      order.direction,
      args.first,
      args.after ?? '',
      options.filter?.key ?? '',
    ];
    return this.loader<Connection<T>>(name.join(':'), async (manager, values) => {
      const rows = await this.firstOfEach(manager, entity, property, values, args, order, options);
      return values.map((one) =>
        connection(
          rows.filter((row) => row[property] === one),
          args,
          order,
          () => this.countBy(entity, property, one, options),
        ),
      );
    }).load(value);
  }

  private async firstOfEach<T extends Identified>(
    manager: EntityManager,
    entity: Row<T>,
    property: keyof T & string,
    values: readonly string[],
    args: PageArgs,
    order: Sort<T>,
    options: ListOptions<T>,
  ): Promise<T[]> {
    const column = (path: string) =>
      manager.connection.getMetadata(entity).findColumnWithPropertyPath(path)?.databaseName ?? path;
    const ranked = visibleRows(manager, entity, this.viewer).andWhere(`e.${property} = any(:values)`, { values });
    options.filter?.where(ranked as SelectQueryBuilder<ObjectLiteral>);
    goOn(ranked, args, order);
    const sorting = `e.${column(order.by)} ${order.direction}, e.id ${order.direction}`;
    ranked
      .select('e.id', 'id')
      .addSelect(`row_number() over (partition by e.${column(property)} order by ${sorting})`, 'place');
    return manager
      .createQueryBuilder(entity, 'r')
      .where(`r.id in (select p.id from (${ranked.getQuery()}) p where p.place <= :upTo)`)
      .setParameters({ ...ranked.getParameters(), upTo: args.first + 1 })
      .orderBy(`r.${order.by}`, order.direction)
      .addOrderBy('r.id', order.direction)
      .getMany();
  }

  private countBy<T extends Identified>(
    entity: Row<T>,
    property: keyof T & string,
    value: string,
    options: ListOptions<T>,
  ): Promise<number> {
    return this.loader<number>(
      `count:${entity.name}:${property}:${options.filter?.key ?? ''}`,
      async (manager, values) => {
        const counting = visibleRows(manager, entity, this.viewer).andWhere(`e.${property} = any(:values)`, { values });
        options.filter?.where(counting as SelectQueryBuilder<ObjectLiteral>);
        const counts = await counting
          .select(`e.${property}`, 'value')
          .addSelect('count(*)::int', 'count')
          .groupBy(`e.${property}`)
          .getRawMany<{ value: string; count: number }>();
        const byValue = new Map(counts.map((row) => [row.value, row.count]));
        return values.map((one) => byValue.get(one) ?? 0);
      },
    ).load(value);
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

/** Leaves out what came before the cursor, and the cursor's own row. */
function goOn<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { after }: PageArgs,
  { by, direction }: Sort<T>,
): void {
  if (!after) return;
  const { metadata } = query.expressionMap.mainAlias ?? {};
  const column = metadata?.findColumnWithPropertyPath(by);
  if (!column) throw new Error(`a list cannot be sorted by ${by}, which is no column`);
  const { value, id } = keysetOf(after, query.connection.driver.normalizeType(column));
  const beyond = direction === 'ASC' ? '>' : '<';
  query.andWhere(`(e.${by}, e.id) ${beyond} (:afterValue, :afterId)`, { afterValue: value, afterId: id });
}

function connection<T extends Identified>(
  rows: T[],
  args: PageArgs,
  order: Sort<T>,
  counted: () => Promise<number>,
): Connection<T> {
  const page = rows.slice(0, args.first);
  const edges = page.map((node) => ({ node, cursor: cursorOf({ value: sortValue(node[order.by]), id: node.id }) }));
  return {
    edges,
    nodes: page,
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    counted,
  };
}

function sortValue(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
