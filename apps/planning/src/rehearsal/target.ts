import { Money } from '@fivepoint/kernel';
import { amountProblems, InputProblem, type MoneyInput } from '@fivepoint/service';

/** What is to be booked: as it is given, else the sum of the lines; or what is wrong with what is given. Pure. */
export function targetOf(
  given: MoneyInput | null | undefined,
  lines: readonly { target: bigint }[],
  currency: string,
): Money | InputProblem[] {
  if (!given)
    return Money.of(
      lines.reduce((sum, { target }) => sum + target, 0n),
      currency,
    );
  const target = Money.from(given);
  if (target.currency !== currency) return [new InputProblem('target', `must be in the plan's currency, ${currency}`)];
  const problems = amountProblems('target', target, 'be more than zero');
  return problems.length > 0 ? problems : target;
}
