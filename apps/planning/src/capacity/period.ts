import { addMonths, type LocalDate } from '@fivepoint/kernel';
import { InputProblem, WrongInput } from '@fivepoint/service';

/** How many months a capacity is worked out for at most. */
const mostMonths = 120;

/** The period that is meant: from today and to the end of the calendar year where nothing else is said. BAD_USER_INPUT for none, or a longer one. */
export function periodOf(
  { from, to }: { from?: LocalDate | null; to?: LocalDate | null },
  today: LocalDate,
): { from: LocalDate; to: LocalDate } {
  const first = from ?? today;
  const last = to ?? (`${first.slice(0, 4)}-12-31` as LocalDate);
  // There is no day ten years after the last ones that there are.
  const tooLong = first < '9990' && last > addMonths(first, mostMonths);
  if (last < first || tooLong)
    throw new WrongInput([new InputProblem('to', `must be from ${first} to ten years later, not ${last}`)]);
  return { from: first, to: last };
}
