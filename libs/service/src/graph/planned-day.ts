import { addMonths, type LocalDate } from '@fivepoint/kernel';
import { earliestDay } from './past-day';
import { InputProblem } from './refusals';

/** No day that somebody plans is further ahead: in the year 2206 it is a slip of the keyboard. */
const furthestMonths = 120;

/** What is wrong with the day of something that is to happen: too long ago, or too far ahead, to be meant. Pure. */
export function plannedDayProblems(path: string, day: string | null | undefined, today: LocalDate): InputProblem[] {
  const latest = addMonths(today, furthestMonths);
  if (day === null || day === undefined || (day >= earliestDay && day <= latest)) return [];
  return [new InputProblem(path, `must be from ${earliestDay} to ${latest}, ten years from today`)];
}
