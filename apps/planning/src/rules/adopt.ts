import type { LocalDate } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, plannedDayProblems } from '@fivepoint/service';
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
  const { userId: adopterUserId } = command.identity;
  const dated = { effectiveOn: effectiveOn ?? today, reason: reason ?? null, adopterUserId };
  return command.add(Object.assign(new Rule(), { ...command.newAggregate(), ...dated, ...content }));
}

/**
 * The same for a rule that holds for no day that has gone by, such as one that people are judged and paid by.
 *
 * @param contentOn what it says, where something is left out with what is in force on its first day
 */
export async function adoptFromToday<T extends DatedRule>(
  command: Command,
  Rule: new () => T,
  adopted: Adopted,
  contentOn: (day: LocalDate) => Promise<Partial<T>> | Partial<T>,
  problems: readonly InputProblem[] = [],
): Promise<T | InvalidInput> {
  const today = await command.today();
  const day = (adopted.effectiveOn ?? today) as LocalDate;
  if (day < today)
    return new InvalidInput([new InputProblem('effectiveOn', `must not be before today, ${today}`), ...problems]);
  return adopt(command, Rule, adopted, await contentOn(day), problems);
}
