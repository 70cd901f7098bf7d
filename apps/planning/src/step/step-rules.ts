import { addDays, type LocalDate, laterOf, type Money, type StepDemands } from '@fivepoint/kernel';
import { amountProblems, InputProblem, plannedDayProblems } from '@fivepoint/service';
import type { StepTemplate } from '../step-template/step-template';

/** What a template asks of its steps, in the words of the rule. Pure. */
export function demandsOf({ requiredInputs, requiredOutputs, leastDegree }: StepTemplate): StepDemands {
  return { requiredInputs, requiredOutputs, minDegree: leastDegree };
}

/** Everything that is wrong with a step's days: too far away, or due before it starts. Pure. */
export function dayProblems(plannedOn: string, dueOn: string, today: LocalDate): InputProblem[] {
  const problems = [...plannedDayProblems('plannedOn', plannedOn, today), ...plannedDayProblems('dueOn', dueOn, today)];
  if (dueOn < plannedOn) problems.push(new InputProblem('dueOn', `must not be before plannedOn, ${plannedOn}`));
  return problems;
}

/** What is wrong with the floor of a key node, beside the target of its plan line; null where it has none. Pure. */
export function floorProblems(floor: Money | null, target: Money | null): InputProblem[] {
  if (floor === null) return [];
  if (target === null) return [new InputProblem('floor', 'is of the target of a plan line, and this step is for none')];
  const problems = amountProblems('floor', floor, 'not be negative');
  if (problems.length > 0) return problems;
  if (floor.currency !== target.currency)
    return [new InputProblem('floor', `must be in the plan's currency, ${target.currency}`)];
  return floor.minor > target.minor ? [new InputProblem('floor', `must be at most the target, ${target.amount}`)] : [];
}

/** What keeps a step from being begun from an edition: it is out of use, or its steps are another service's. Pure. */
export function templateProblems({ point, retiredAt }: Pick<StepTemplate, 'point' | 'retiredAt'>): InputProblem[] {
  const problem = (message: string) => [new InputProblem('stepTemplateId', message)];
  if (point !== 'PLAN')
    return problem(`must be of point PLAN; steps of ${point} are worked on by the service of that point`);
  return retiredAt ? problem('is out of use; take the edition that is in use') : [];
}

/**
 * When a step starts and is due where nobody says it: as many days from today as its template says. A step that was moved to start later is not due
 * before it starts. Pure.
 */
export function daysOf(
  { startDays, dueDays }: Pick<StepTemplate, 'startDays' | 'dueDays'>,
  said: { plannedOn?: string | null; dueOn?: string | null },
  today: LocalDate,
): { plannedOn: string; dueOn: string } {
  const plannedOn = said.plannedOn ?? addDays(today, startDays);
  return { plannedOn, dueOn: said.dueOn ?? laterOf(plannedOn as LocalDate, addDays(today, dueDays)) };
}
