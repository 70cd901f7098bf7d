import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { NotFound, VersionConflict } from '../graph/refusals';
import type { Viewer } from './visibility';
import { visibleRows } from './visibility';

/** The row that an input names by its id, not locked; NotFound when there is none that the caller may see. */
export async function findRow<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  viewer: Viewer,
  entity: EntityClass & (new () => T),
  id: string,
): Promise<T | NotFound> {
  const row = await visibleRows(manager, entity, viewer).andWhere('e.id = :id', { id }).getOne();
  return row ?? new NotFound(entity.name, id);
}

/**
 * The row that a command is about to change, locked before it is read. NotFound when there is none that the caller may see;
 * VersionConflict when the caller's `expectedVersion` is no longer the row's.
 */
export async function lockRow<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  viewer: Viewer,
  entity: EntityClass & (new () => T),
  id: string,
  expectedVersion?: number | null,
): Promise<T | NotFound | VersionConflict> {
  const row = await visibleRows(manager, entity, viewer)
    .andWhere('e.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!row) return new NotFound(entity.name, id);
  const actual: unknown = Reflect.get(row, 'version');
  if (expectedVersion != null && typeof actual === 'number' && actual !== expectedVersion)
    return new VersionConflict(expectedVersion, actual);
  return row;
}
