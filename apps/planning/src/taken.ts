import { type Command, eachOneAtATime, type EntityClass, InputProblem } from '@fivepoint/service';
import type { ObjectLiteral } from 'typeorm';

/** What may be there once in a tenant, where it is given at all. */
type Unique = Partial<Record<'externalId' | 'userId', string | null | undefined>>;

/**
 * From here to the end of the transaction nobody else gives these values to a thing of the kind: of two at the same moment the second finds what
 * the first has taken. For many rows it is asked once, so that no two transactions wait for each other crosswise.
 */
export async function takeTurns(command: Command, entity: EntityClass, rows: readonly Unique[]): Promise<void> {
  const identities = rows.flatMap(({ externalId, userId }) => [
    ...(externalId ? [[entity.name, 'externalId', externalId]] : []),
    ...(userId ? [[entity.name, 'userId', userId]] : []),
  ]);
  if (identities.length > 0) await eachOneAtATime(command, identities);
}

/** Which of the values another thing of the kind has already; ask after `takeTurns`. */
export async function takenProblems(
  { manager, tenantId }: Command,
  entity: EntityClass & (new () => ObjectLiteral),
  values: Unique,
): Promise<InputProblem[]> {
  const problems: InputProblem[] = [];
  for (const [field, value] of Object.entries(values))
    if (value && (await manager.existsBy(entity, { tenantId, [field]: value })))
      problems.push(new InputProblem(field, `another ${entity.name.toLowerCase()} has it already; it must be unique`));
  return problems;
}
