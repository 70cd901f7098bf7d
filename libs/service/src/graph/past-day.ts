import type { LocalDate } from '@fivepoint/kernel';
import { InputProblem } from './refusals';

/** No day that somebody enters is earlier: a value date in the year 206 is a slip of the keyboard, and would age for ever. */
export const earliestDay = '2000-01-01' as LocalDate;

/** Recorded history reaches further back, but not to a year that was misread. */
export const earliestPastDay = '1900-01-01' as LocalDate;

/** What is wrong with the day of something that has happened: too long ago to be meant, or still to come. Pure. */
export function pastDayProblems(path: string, day: LocalDate, today: LocalDate): InputProblem[] {
  if (day < earliestDay) return [new InputProblem(path, `must not be before ${earliestDay}`)];
  return day > today ? [new InputProblem(path, `must not be in the future; today is ${today}`)] : [];
}
