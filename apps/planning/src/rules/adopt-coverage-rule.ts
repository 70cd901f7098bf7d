import { Money } from '@fivepoint/kernel';
import { amountProblems, type Command, InputProblem, type InvalidInput, MoneyValue } from '@fivepoint/service';
import { adopt } from './adopt';
import { CoverageRule } from './coverage-rule';
import type { AdoptCoverageRuleInput } from './rules.inputs';

/** More than an hour of anybody costs, in any currency: it is a slip of the keyboard, and no sum could hold what comes of it. */
const tooMuch = 10n ** 12n;

/** Says what coverage brings and costs, from a day on (capability P13): returns are worked out when they are asked for. */
export async function adoptCoverageRule(
  command: Command,
  input: AdoptCoverageRuleInput,
): Promise<CoverageRule | InvalidInput> {
  const hourCost = Money.from(input.hourCost);
  const problems = amountProblems('hourCost', hourCost, 'not be negative');
  if (hourCost.minor >= tooMuch) problems.push(new InputProblem('hourCost', 'is more than an hour of anybody costs'));
  const { marginBasisPoints } = input;
  return adopt(command, CoverageRule, input, { marginBasisPoints, hourCost: MoneyValue.of(hourCost) }, problems);
}
