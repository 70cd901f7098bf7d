import { InputProblem, notYetProblems } from '@fivepoint/service';
import type { Deal } from './deal';

/** Why a deal cannot have been signed or lost on this day: it was not open yet, or the day has not come; pure. */
export function closingProblems(
  { openedOn }: Pick<Deal, 'openedOn'>,
  path: 'signedOn' | 'lostOn',
  day: string,
  today: string,
): InputProblem[] {
  if (day < openedOn) return [new InputProblem(path, `must not be before the deal was opened, ${openedOn}`)];
  return notYetProblems(path, day, today);
}
