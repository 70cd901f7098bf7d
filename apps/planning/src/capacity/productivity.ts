import { ruleOn } from '../rules/in-force';
import type { Productivity } from './capacity';

/** What a leader has said of a rep, from a day on. */
export type Stated = Pick<Productivity, 'effectiveOn' | 'fullCapacity' | 'startedOn' | 'certifiedOn'>;

/** One time of a rep in the house, as the talent pipeline has it. */
export interface Stint {
  hiredOn: string;
  certifiedOn: string | null;
  /** The first day on which the rep is not here any more; null for who is. */
  endedOn: string | null;
}

/**
 * What is known of a rep, day after day: where a statement leaves open when the rep began or was certified, it is as the talent pipeline has it. Who is
 * hired again begins anew, and what was said before that of the start and the certificate was of the time before. Who has left is here again also from
 * a day that a later statement says. Pure.
 *
 * @param stated in the order in which it takes effect
 * @param stints in the order of their first days
 */
export function productivityOf(stated: readonly Stated[], stints: readonly Stint[]): Productivity[] {
  const [first] = stints;
  const begun = stints.map((stint) => ({ ...stint, effectiveOn: stint.hiredOn }));
  const days = [...new Set([...stated, ...begun].map(({ effectiveOn }) => effectiveOn))].sort();
  return days.flatMap((day) => {
    const said = ruleOn(stated, day);
    if (!said) return [];
    const stint = ruleOn(begun, day) ?? first;
    const times = stint ? timesOf(said, stint, stint.hiredOn !== first?.hiredOn) : { leftOn: null };
    return [{ ...said, effectiveOn: day, ...times }];
  });
}

function timesOf(
  said: Stated,
  stint: Stint,
  again: boolean,
): Pick<Productivity, 'startedOn' | 'certifiedOn' | 'leftOn'> {
  if (again && said.effectiveOn < stint.hiredOn)
    return { startedOn: stint.hiredOn, certifiedOn: stint.certifiedOn, leftOn: stint.endedOn };
  if (isBack(said, stint)) return { startedOn: said.startedOn, certifiedOn: said.certifiedOn, leftOn: null };
  return {
    startedOn: said.startedOn ?? stint.hiredOn,
    certifiedOn: said.certifiedOn ?? stint.certifiedOn,
    leftOn: stint.endedOn,
  };
}

/** Whether a statement says that a rep who has left began anew. Pure. */
export const isBack = ({ startedOn }: Pick<Stated, 'startedOn'>, { endedOn }: Pick<Stint, 'endedOn'>): boolean =>
  endedOn !== null && startedOn !== null && startedOn >= endedOn;
