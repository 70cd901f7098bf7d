import type { Money } from '@fivepoint/kernel';
import { amountProblems, InputProblem } from '@fivepoint/service';

/** What a plan line sets out for its account and product (capabilities P20, P26). */
export interface Targets {
  target: Money;
  floor: Money;
  stretch: Money | null;
}

/** Everything that is wrong with a line's amounts (P26: floor ≤ target ≤ stretch), all in the plan's currency; pure. */
export function targetProblems({ target, floor, stretch }: Targets, currency: string): InputProblem[] {
  const amounts = Object.entries({ target, floor, stretch }).filter((entry): entry is [string, Money] => !!entry[1]);
  const foreign = amounts.filter(([, amount]) => amount.currency !== currency);
  if (foreign.length > 0)
    return foreign.map(([path]) => new InputProblem(path, `must be in the plan's currency, ${currency}`));
  const problems = [
    ...amountProblems('target', target, 'be more than zero'),
    ...amountProblems('floor', floor, 'not be negative'),
  ];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  if (floor.compare(target) > 0) problem('floor', `must be at most the target, ${target.amount}`);
  if (stretch && stretch.compare(target) < 0) problem('stretch', `must be at least the target, ${target.amount}`);
  return problems;
}
