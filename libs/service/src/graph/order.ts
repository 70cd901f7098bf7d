import type { EntityMetadata } from 'typeorm';
import { type ClassType, Field, InputType } from 'type-graphql';
import { graphEnum } from './enum';

export const OrderDirection = graphEnum('OrderDirection', 'Which way an order goes (排序方向).', {
  ASC: 'From the smallest, the earliest, the first of the alphabet (升序).',
  DESC: 'From the largest, the latest, the last of the alphabet (降序).',
});
export type OrderDirection = keyof typeof OrderDirection;

/** By what a list is put in order, and which way. What has no value comes last either way; ties go by id, the same way. */
export interface Order<K extends string = string> {
  field: K;
  direction: OrderDirection;
}

/** What a list may be put in order by, each with what it is: the column or the amount of money behind a name of the graph. */
export type OrderFields<T, K extends string> = Readonly<Record<K, { by: keyof T & string; description: string }>>;

/** The two GraphQL types of an order: `enum DealOrderField` and `input DealOrder`. */
export function orderInput<T extends object, K extends string>(
  node: ClassType<T>,
  plural: string,
  fields: OrderFields<T, K>,
): ClassType<Order<K>> {
  const names = Object.entries<{ description: string }>(fields).map(([name, { description }]) => [name, description]);
  const OrderField = graphEnum<K>(
    `${node.name}OrderField`,
    `What a list of ${plural} can be put in order by (排序字段).`,
    Object.fromEntries(names) as Record<K, string>,
  );

  @InputType(`${node.name}Order`, {
    description: `An order of ${plural}; what has no value comes last either way, ties go by id (排序).`,
  })
  class NodeOrder implements Order<K> {
    @Field(() => OrderField, { description: 'By what (排序字段).' })
    field!: K;

    @Field(() => OrderDirection, { defaultValue: 'ASC', description: 'Which way (排序方向).' })
    direction!: OrderDirection;
  }
  return NodeOrder;
}

/** One value that rows are compared by, in PostgreSQL: never null, so that every row stands before or behind a cursor. */
export interface SortKey {
  sql: string;
  /** PostgreSQL's, of the value. */
  type: string;
}

/** What stands for a value that is not there: beyond every real one, so that such rows come last either way. */
const beyondAll: Readonly<Record<string, Record<OrderDirection, string>>> = {
  date: { ASC: `'infinity'`, DESC: `'-infinity'` },
  bigint: { ASC: '9223372036854775807', DESC: '-9223372036854775808' },
  character: { ASC: `'~'`, DESC: `''` },
};

/** Names in the order of a Chinese dictionary, by pinyin; codes by their letters. The database itself sorts by code point. */
const collations: Readonly<Record<string, string>> = { text: '"zh-x-icu"', character: '"C"' };

/**
 * The values that rows of `e` are compared by, before their ids. Money compares currency by currency, for there is no order between
 * 100 CNY and 90 USD; the id itself is none, for it comes last anyway.
 */
export function sortKeys(metadata: EntityMetadata, property: string, direction: OrderDirection): SortKey[] {
  if (property === 'id') return [];
  const money = metadata.findEmbeddedWithPropertyPath(property);
  const columns = money
    ? ['currency', 'minor'].map((part) => metadata.findColumnWithPropertyPath(`${property}.${part}`))
    : [metadata.findColumnWithPropertyPath(property)];
  return columns.map((column) => {
    if (!column) throw new Error(`a list of ${metadata.name} cannot be sorted by ${property}, which is no column`);
    return sortKey(column, metadata.dataSource.driver.normalizeType(column), direction);
  });
}

function sortKey(
  column: { databaseName: string; isNullable: boolean },
  type: string,
  direction: OrderDirection,
): SortKey {
  return { sql: sortExpression(`e.${column.databaseName}`, type, column.isNullable, direction), type };
}

/** What PostgreSQL compares of a column; indexes are made of the same. Throws where nothing can stand for a value that is not there. */
export function sortExpression(column: string, type: string, nullable: boolean, direction: OrderDirection): string {
  const absent = beyondAll[type]?.[direction];
  if (nullable && absent === undefined)
    throw new Error(`nothing stands for a missing ${type}, so a list cannot be sorted by ${column}`);
  const present = nullable ? `coalesce(${column}, ${absent})` : column;
  const collation = collations[type];
  return collation ? `${present} collate ${collation}` : present;
}

/** How a value of a key is written in a cursor: a time in UTC, whatever the connection's settings. */
export const asText = ({ sql, type }: SortKey): string =>
  type === 'timestamp with time zone'
    ? `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `(${sql})::text`;
