interface Rowed {
  externalId: string;
}

/**
 * Rows in an order in which each comes after the one above it, so that they can be sent in several calls; else as they came. Rows of a circle,
 * and below a row that is not there, stay where they are, and the house says what is wrong with them. Pure.
 */
export function parentsFirst<T extends Rowed>(rows: readonly T[], parentOf: (row: T) => string | null): T[] {
  const byId = new Map(rows.map((row) => [row.externalId, row]));
  const depthOf = (row: T): number => {
    const above = new Set<T>();
    for (let at: T | undefined = row; at && !above.has(at); at = byId.get(parentOf(at) ?? '')) above.add(at);
    return above.size;
  };
  return rows
    .map((row) => ({ row, depth: depthOf(row) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ row }) => row);
}
