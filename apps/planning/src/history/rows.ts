import { BulkPayload } from '@fivepoint/service';

/**
 * The order in which to record rows that name others as their parents: each parent before its children, else as they came; as places in the
 * input. Rows of a circle come out, too, and find that their parent is not there. Pure.
 */
export function parentsFirst<R extends { externalId: string }>(
  rows: readonly R[],
  parentOf: (row: R) => string | null | undefined,
): number[] {
  const places = new Map<string, number>();
  rows.forEach(({ externalId }, place) => places.has(externalId) || places.set(externalId, place));
  const seen = new Set<number>();
  const order: number[] = [];
  const visit = (place: number): void => {
    const path: number[] = [];
    for (let next: number | undefined = place; next !== undefined && !seen.has(next);) {
      seen.add(next);
      path.push(next);
      const parent = parentOf(rows[next] as R);
      next = parent == null ? undefined : places.get(parent);
    }
    order.push(...path.reverse());
  };
  rows.forEach((_, place) => visit(place));
  return order;
}

/** What became of rows that were recorded in another order, in the order of the input; `order` holds each one's place there. Pure. */
export function inInputOrder({ rows }: BulkPayload, order: readonly number[]): BulkPayload {
  const placed = rows.map((row) => ({ ...row, index: order[row.index] ?? row.index }));
  return Object.assign(new BulkPayload(), { rows: placed.sort((a, b) => a.index - b.index) });
}
