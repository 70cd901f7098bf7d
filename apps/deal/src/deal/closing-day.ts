import { InputProblem } from '@fivepoint/service';
import type { Deal } from './deal';

/** Why a deal cannot have been signed or lost on this day: it was not open yet, or the day has not come; pure. */
export function closingProblems(
  { openedOn }: Pick<Deal, 'openedOn'>,
  path: 'signedOn' | 'lostOn',
  day: string,
  today: string,
): InputProblem[] {
  if (day > today) return [new InputProblem(path, `must not be in the future; today is ${today}`)];
  if (day < openedOn) return [new InputProblem(path, `must not be before the deal was opened, ${openedOn}`)];
  return [];
}
