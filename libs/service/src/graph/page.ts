import { parseLocalDate } from '@fivepoint/kernel';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { Max, Min } from 'class-validator';
import { BadUserInput } from './errors';
import { isReadable } from './readable-text';

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** The arguments of every list: forward through a keyset, so that a page costs the same wherever it lies. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: defaultPageSize, description: 'How many, 1–100 (每页条数).' })
  @Min(1, { message: 'first must be at least 1' })
  @Max(maxPageSize, { message: `first must be at most ${maxPageSize}; follow pageInfo.endCursor for more` })
  first: number = defaultPageSize;

  @Field(() => String, { nullable: true, description: "Continue after this cursor: the last page's endCursor (游标)." })
  after?: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Where a page lies in its list (分页信息).' })
export class PageInfo {
  @Field({ description: 'There is more after this page (有下一页).' })
  hasNextPage!: boolean;

  @Field({ description: 'There is something before this page (有上一页).' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The first row's cursor (起始游标)." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The last row's cursor: pass it as after (结束游标)." })
  endCursor!: string | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  counted(): Promise<number>;
}

/** The Relay connection type of a node: `export const DealConnection = connectionOf(Deal)`; its names derive from the node's. */
export function connectionOf<T extends object>(node: ClassType<T>): ClassType<Connection<T>> {
  const name = node.name;

  @ObjectType(`${name}Edge`, { description: `One ${name} and where it stands in its list (边).` })
  class Edge {
    @Field({ description: 'Continue after this row (游标).' })
    cursor!: string;

    @Field(() => node, { description: `The ${name} (节点).` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows (分页列表).` })
  class NodeConnection implements Connection<T> {
    @Field(() => [Edge], { description: 'The rows with their cursors (边).' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The rows without their cursors (节点).' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page lies (分页信息).' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has; counted only when asked for (总数).' })
    totalCount(): Promise<number> {
      return this.counted();
    }

    counted!: () => Promise<number>;
  }
  return NodeConnection as unknown as ClassType<Connection<T>>;
}

/** What a cursor holds: the sort value and the id of its row. */
export interface Keyset {
  value: string;
  id: string;
}

export const cursorOf = ({ value, id }: Keyset): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/**
 * Reads a cursor back; BAD_USER_INPUT for anything that this list never gave out.
 * @param type PostgreSQL's of the column that the list is sorted by
 */
export function keysetOf(cursor: string, type: string): Keyset {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed as unknown[];
      if (fits(value, type) && fits(id, 'uuid')) return { value, id };
    }
  } catch {
    // falls through to the one message
  }
  throw new BadUserInput('after must be a cursor that this list gave you, such as the endCursor of its last page');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const within = (bits: number) => (text: string) =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);

/** Whether a column could have a value that is written like this; a type that is not listed can have any text. */
const written: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => uuid.test(text),
  date: (text) => parseLocalDate(text) === text,
  'timestamp with time zone': (text) => /^(?!0000)\d{4}-/.test(text) && new Date(text).toISOString() === text,
  smallint: within(16),
  integer: within(32),
  bigint: within(64),
};

const fits = (value: unknown, type: string): value is string =>
  typeof value === 'string' && isReadable(value) && (written[type]?.(value) ?? true);
