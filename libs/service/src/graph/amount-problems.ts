import type { Money } from '@fivepoint/kernel';
import { InputProblem } from './refusals';

/**
 * What is wrong with an amount, which its currency can hold: less than it may be. None where there is no amount. Pure.
 * @param instead what would be right where it is less, if that is not another amount
 */
export function amountProblems(
  path: string,
  amount: Money | null | undefined,
  must: 'not be negative' | 'be more than zero',
  instead?: string,
): InputProblem[] {
  const least = must === 'not be negative' ? 0n : 1n;
  if (!amount || amount.minor >= least) return [];
  return [new InputProblem(path, `must ${must}${instead ? `; ${instead}` : ''}`)];
}
