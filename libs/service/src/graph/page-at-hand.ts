import { WrongInput } from './errors';
import type { Connection, PageArgs } from './page';
import { InputProblem } from './refusals';

/** The cursor of a row that is known by a key which stays its own, in the list of this name. */
export const cursorOfKey = (name: string, key: string): string =>
  Buffer.from(JSON.stringify([name, key])).toString('base64url');

/** The key in such a cursor; null where it is none, or that of another list. */
export function keyOfCursor(name: string, cursor: string): string | null {
  try {
    const [list, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    return list === name && typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

/** The refusal of a cursor of which nobody knows where its row stood. */
export const cursorOfNoRow = (): WrongInput =>
  new WrongInput([
    new InputProblem(
      'after',
      'must be a cursor that this list gave you, of a row that is there; or begin again without it',
    ),
  ]);

/**
 * A page of rows that a statement gives as a whole, such as sums: they are in their order already, and each has a key that stays its own. A
 * cursor is such a key; that of a row that is gone is refused, for nobody knows where it stood.
 * @param name of the list, for a cursor belongs to one
 */
export function pageAtHand<T>(
  rows: readonly T[],
  name: string,
  keyOf: (row: T) => string,
  { first, after }: PageArgs,
): Connection<T> {
  const cursorOf = (row: T) => cursorOfKey(name, keyOf(row));
  const given = after ?? null;
  const before = given === null ? -1 : rows.findIndex((row) => cursorOf(row) === given);
  if (given !== null && before < 0) throw cursorOfNoRow();
  const edges = rows.slice(before + 1, before + 1 + first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > before + 1 + edges.length,
      hasPreviousPage: given !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    counted: () => Promise.resolve(rows.length),
  };
}
