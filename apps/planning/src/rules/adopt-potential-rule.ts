import { type Command, InvalidInput } from '@fivepoint/service';
import { assessAllLater } from '../assessment/due-assessment';
import { adopt } from './adopt';
import { PotentialRule } from './potential-rule';
import type { AdoptPotentialRuleInput } from './rules.inputs';

/** Says how potential is worked out, from a day on (capability P12). */
export async function adoptPotentialRule(
  command: Command,
  input: AdoptPotentialRuleInput,
): Promise<PotentialRule | InvalidInput> {
  const { horizonMonths, attainableBasisPoints } = input;
  const { explorationBasisPoints, buildUpBasisPoints, maturityBasisPoints, declineBasisPoints } = input;
  const rule = await adopt(command, PotentialRule, input, {
    ...{ horizonMonths, attainableBasisPoints },
    ...{ explorationBasisPoints, buildUpBasisPoints, maturityBasisPoints, declineBasisPoints },
  });
  if (!(rule instanceof InvalidInput)) await assessAllLater(command);
  return rule;
}
