import { InputProblem } from './refusals';

/** No day that somebody enters is earlier: a value date in the year 206 is a slip of the keyboard, and would age for ever. */
export const earliestDay = '2000-01-01';

/** Recorded history reaches further back, but not to a year that was misread. */
export const earliestPastDay = '1900-01-01';

/** What is wrong with the day of something that has happened: too long ago to be meant, or still to come. None where there is no day. Pure. */
export function pastDayProblems(
  path: string,
  day: string | null | undefined,
  today: string,
  earliest: string = earliestDay,
): InputProblem[] {
  if (day && day < earliest) return [new InputProblem(path, `must not be before ${earliest}`)];
  return notYetProblems(path, day, today);
}

/** The same of a day whose earliest is another day of the business, such as the opening of a deal. Pure. */
export function notYetProblems(path: string, day: string | null | undefined, today: string): InputProblem[] {
  return day && day > today ? [new InputProblem(path, `must not be in the future; today is ${today}`)] : [];
}
