import { type Command, type EntityClass, NotFound, visibleRows } from '@fivepoint/service';

/** The row that an input names by its id, if the caller may see it; else the refusal to return. It is not locked. */
export async function named<T extends { id: string }>(
  command: Command,
  entity: EntityClass & (new () => T),
  id: string,
): Promise<T | NotFound> {
  const row = await visibleRows(command.manager, entity, command).andWhere('e.id = :id', { id }).getOne();
  return row ?? new NotFound(entity.name, id);
}
