import { type Command, type InputProblem, InvalidInput, plannedDayProblems } from '@fivepoint/service';
import type { DatedRule } from './dated-rule';

interface Adopted {
  effectiveOn?: string | null;
  reason?: string | null;
}

/** Puts a rule into force beside those that were before it, or says all that is wrong with it (capability X10). */
export async function adopt<T extends DatedRule>(
  command: Command,
  Rule: new () => T,
  { effectiveOn, reason }: Adopted,
  content: Partial<T>,
  problems: readonly InputProblem[] = [],
): Promise<T | InvalidInput> {
  const today = await command.today();
  const all = [...plannedDayProblems('effectiveOn', effectiveOn, today), ...problems];
  if (all.length > 0) return new InvalidInput(all);
  const dated = { effectiveOn: effectiveOn ?? today, reason: reason ?? null };
  return command.add(Object.assign(new Rule(), { ...command.newAggregate(), ...dated, ...content }));
}
