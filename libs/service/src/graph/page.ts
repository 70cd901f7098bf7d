import { parseLocalDate } from '@fivepoint/kernel';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { Max, Min } from 'class-validator';
import { WrongInput } from './errors';
import { isReadable } from './readable-text';
import { InputProblem } from './refusals';

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** How many rows of a list: `@First() first!: number`. */
export const First = (): PropertyDecorator => (target, property) => {
  const description = `How many; 1–${maxPageSize} (每页条数).`;
  (Field(() => Int, { defaultValue: defaultPageSize, description }) as PropertyDecorator)(target, property);
  Min(1, { message: 'must be at least 1' })(target, property);
  Max(maxPageSize, { message: `must be at most ${maxPageSize}; follow pageInfo.endCursor for more` })(target, property);
};

/** Where a page begins: `@After() after?: string | null`. */
export const After = (): PropertyDecorator =>
  Field(() => String, {
    nullable: true,
    description: "Continue after this cursor: the last page's endCursor, of the same order (游标).",
  }) as PropertyDecorator;

/** The arguments of every list: forward through a keyset, so that a page costs the same wherever it lies. */
@ArgsType()
export class PageArgs {
  @First()
  first!: number;

  @After()
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

/** What a cursor holds: the order of its list, and of its row what the list is sorted by and the id. */
export interface Keyset {
  order: string;
  values: string[];
  id: string;
}

export const cursorOf = ({ order, values, id }: Keyset): string =>
  Buffer.from(JSON.stringify([order, ...values, id])).toString('base64url');

/**
 * Reads a cursor back; BAD_USER_INPUT for anything that a list in this order never gave out.
 * @param types PostgreSQL's of what the list is sorted by
 */
export function keysetOf(cursor: string, order: string, types: readonly string[]): Keyset {
  const [from = '', ...values] = partsOf(cursor);
  const id = values.pop();
  if (id !== undefined && from !== order && /^\w+ \w+ (ASC|DESC)$/.test(from))
    throw new WrongInput([
      new InputProblem('after', 'is a cursor of another order; go on with the same orderBy, or begin again without it'),
    ]);
  if (id !== undefined && from === order && values.length === types.length)
    if ([id, ...values].every((value, index) => fits(value, ['uuid', ...types][index]!))) return { order, values, id };
  throw new WrongInput([
    new InputProblem('after', 'must be a cursor that this list gave you, such as the endCursor of its last page'),
  ]);
}

/** Empty for anything but a list of texts. */
function partsOf(cursor: string): string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) && parsed.every((part) => typeof part === 'string') ? parsed : [];
  } catch {
    return [];
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const whole = (bits: number) => (text: string) =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);

/** Whether a column could have a value that is written like this; a type that is not listed can have any text. */
const written: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => uuid.test(text),
  date: (text) => /^-?infinity$/.test(text) || isDay(text),
  'timestamp with time zone': (text) => {
    const [day, time] = [text.slice(0, 10), text.slice(10)];
    return isDay(day) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/.test(time);
  },
  integer: whole(32),
  smallint: whole(16),
  bigint: whole(64),
};

function isDay(text: string): boolean {
  try {
    return parseLocalDate(text) === text;
  } catch {
    return false;
  }
}

const fits = (value: string, type: string): boolean => isReadable(value) && (written[type]?.(value) ?? true);
