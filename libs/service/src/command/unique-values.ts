import type { ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { InputProblem } from '../graph/refusals';
import type { Command } from './command';
import { eachOneAtATime } from './one-at-a-time';

/**
 * From here to the end of the transaction nobody else gives what these rows have in these fields to a thing of the kind: of two at the same moment
 * the second finds what the first has taken. For many rows it is asked once, so that no two transactions wait for each other crosswise.
 */
export async function takeTurns(
  command: Command,
  entity: EntityClass,
  fields: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const identities = rows.flatMap((row) =>
    fields.flatMap((field) => {
      const value: unknown = Reflect.get(row, field);
      return typeof value === 'string' && value ? [[entity.name, field, value]] : [];
    }),
  );
  if (identities.length > 0) await eachOneAtATime(command, identities);
}

/** Which of the values, where they are given at all, another thing of the kind in the tenant has already; ask after `takeTurns`. */
export async function takenProblems(
  { manager, tenantId }: Command,
  entity: EntityClass & (new () => ObjectLiteral),
  values: Readonly<Record<string, string | null | undefined>>,
): Promise<InputProblem[]> {
  const problems: InputProblem[] = [];
  for (const [field, value] of Object.entries(values))
    if (value && (await manager.existsBy(entity, { tenantId, [field]: value })))
      problems.push(new InputProblem(field, `another ${entity.name.toLowerCase()} has it already; it must be unique`));
  return problems;
}
