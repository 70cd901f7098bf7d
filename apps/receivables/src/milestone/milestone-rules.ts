import { addMonths, type LocalDate } from '@fivepoint/kernel';
import { InputProblem, pastDayProblems } from '@fivepoint/service';
import type { ContractAccount } from '../contract/contract-account';
import type { Milestone, MilestoneKind } from './milestone';

type Reached = Pick<Milestone, 'kind' | 'reachedOn'>;

type Terms = Pick<ContractAccount, 'signedOn' | 'warrantyMonths'>;

/**
 * What keeps a milestone from being recorded with this day; pure. The order of the days is delivery, acceptance, warranty end. Goods may be
 * delivered before the contract is signed (先发货后签); there is nothing to accept before it. The acceptance starts the warranty: its end is
 * recorded once its day has come, `warrantyMonths` after the acceptance, or later where it was extended (rules §7: a milestone records the
 * actual date). So nothing that is recorded after it can be later than it: a delivery would be later than the acceptance, too.
 */
export function milestoneProblems(
  { kind, reachedOn }: Reached,
  { signedOn, warrantyMonths }: Terms,
  { others, today }: { others: readonly Reached[]; today: LocalDate },
): InputProblem[] {
  const problems = pastDayProblems('reachedOn', reachedOn, today);
  const problem = (message: string) => problems.push(new InputProblem('reachedOn', message));
  const dayOf = (other: MilestoneKind) => others.find((milestone) => milestone.kind === other)?.reachedOn;
  const [delivery, acceptance] = [dayOf('DELIVERY'), dayOf('ACCEPTANCE')];

  if (kind === 'DELIVERY' && acceptance && reachedOn > acceptance)
    problem(`must not be after the acceptance, ${acceptance}`);
  if (kind === 'ACCEPTANCE' && delivery && reachedOn < delivery)
    problem(`must not be before the delivery, ${delivery}`);
  if (kind !== 'DELIVERY' && reachedOn < signedOn) problem(`must not be before the contract was signed, ${signedOn}`);
  if (kind === 'WARRANTY_END') {
    if (!acceptance) {
      problems.push(new InputProblem('kind', 'record the acceptance first: the warranty runs from it'));
    } else {
      const ends = addMonths(acceptance, warrantyMonths);
      if (reachedOn < ends)
        problem(
          `must not be before ${ends}: the warranty runs ${warrantyMonths} months from the acceptance, ${acceptance}`,
        );
    }
  }
  return problems;
}

/**
 * The day from which an instalment is receivable by a milestone: that of the milestone, but not before the contract was signed, for until then
 * nobody owes anything by it; pure.
 */
export function receivableFrom(
  { reachedOn }: Pick<Milestone, 'reachedOn'>,
  { signedOn }: Pick<Terms, 'signedOn'>,
): LocalDate {
  // Stryker disable next-line EqualityOperator: it is the same day then
  return reachedOn < signedOn ? signedOn : reachedOn;
}
