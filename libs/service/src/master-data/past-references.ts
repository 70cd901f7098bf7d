import { In } from 'typeorm';
import type { Command } from '../command/command';
import { NotFound } from '../graph/refusals';
import { type MasterKind, MasterRecord } from './master-record';

/** What a row of history may point to in planning; null and absent are the same. */
export interface PastReferences {
  accountId?: string | null;
  productId?: string | null;
  ownerId?: string | null;
}

const kinds: readonly [field: keyof PastReferences, kind: MasterKind, entity: string][] = [
  ['accountId', 'account', 'Account'],
  ['productId', 'product', 'Product'],
  ['ownerId', 'rep', 'Rep'],
];

/**
 * Looks up, once for all rows of a bulk command, what they point to in planning; gives what judges one row: the refusal for the first of it of
 * which planning has not told, or null.
 */
export async function unknownReferences(
  { manager, tenantId }: Command,
  rows: readonly PastReferences[],
): Promise<(row: PastReferences) => NotFound | null> {
  const named = kinds.map(([field, kind]) => ({ kind, ids: [...new Set(rows.flatMap((row) => row[field] ?? []))] }));
  const where = named.filter(({ ids }) => ids.length > 0).map(({ kind, ids }) => ({ tenantId, kind, id: In(ids) }));
  const found = where.length > 0 ? await manager.find(MasterRecord, { where, select: { kind: true, id: true } }) : [];
  const known = new Set(found.map(({ kind, id }) => `${kind} ${id}`));
  return (row) => {
    for (const [field, kind, entity] of kinds) {
      const id = row[field];
      if (id && !known.has(`${kind} ${id}`)) return new NotFound(entity, id);
    }
    return null;
  };
}
