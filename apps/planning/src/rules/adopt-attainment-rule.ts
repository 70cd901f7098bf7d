import { wholeInBasisPoints } from '@fivepoint/kernel';
import { type Command, InputProblem, type InvalidInput } from '@fivepoint/service';
import { adoptFromToday } from './adopt';
import { AttainmentRule } from './attainment-rule';
import type { AdoptAttainmentRuleInput } from './rules.inputs';

/** Says what bookings and cash count for in attainment, from a day on that has not gone by: what was paid for a plan that is over stays (capability P33). */
export async function adoptAttainmentRule(
  command: Command,
  input: AdoptAttainmentRuleInput,
): Promise<AttainmentRule | InvalidInput> {
  const { bookingsBasisPoints, cashBasisPoints } = input;
  const sum = bookingsBasisPoints + cashBasisPoints;
  const problems =
    sum === wholeInBasisPoints
      ? []
      : [new InputProblem('cashBasisPoints', `with bookings it must sum to ${wholeInBasisPoints}, not ${sum}`)];
  return adoptFromToday(command, AttainmentRule, input, () => ({ bookingsBasisPoints, cashBasisPoints }), problems);
}
