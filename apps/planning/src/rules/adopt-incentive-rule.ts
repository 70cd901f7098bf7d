import { type Command, InputProblem, type InvalidInput } from '@fivepoint/service';
import type { IncentiveTerms } from '../incentive/payout';
import { adoptFromToday } from './adopt';
import { IncentiveRule } from './incentive-rule';
import type { AdoptIncentiveRuleInput } from './rules.inputs';

/** Says what reps are paid for what they attained, from a day on that has not gone by: what was paid for a plan that is over stays (capability P36). */
export async function adoptIncentiveRule(
  command: Command,
  input: AdoptIncentiveRuleInput,
): Promise<IncentiveRule | InvalidInput> {
  const { floorBasisPoints, tiers } = input;
  const capBasisPoints = input.capBasisPoints ?? null;
  const content = {
    ...{ floorBasisPoints, capBasisPoints },
    tierFromBasisPoints: tiers.map(({ fromBasisPoints }) => fromBasisPoints),
    tierPayoutBasisPoints: tiers.map(({ payoutBasisPoints }) => payoutBasisPoints),
  };
  const problems = incentiveProblems({ floorBasisPoints, capBasisPoints, tiers });
  return adoptFromToday(command, IncentiveRule, input, () => content, problems);
}

/** Everything that is wrong with an incentive; pure. */
export function incentiveProblems({ floorBasisPoints, capBasisPoints, tiers }: IncentiveTerms): InputProblem[] {
  const problems = tiers.flatMap(({ fromBasisPoints }, place) => {
    const before = tiers[place - 1]?.fromBasisPoints;
    const path = `tiers.${place}.fromBasisPoints`;
    if (before === undefined)
      return fromBasisPoints === 0 ? [] : [new InputProblem(path, 'must be 0: the first tier begins there')];
    return fromBasisPoints > before
      ? []
      : [new InputProblem(path, `must be above ${before}, where the last one begins`)];
  });
  return capBasisPoints !== null && capBasisPoints < floorBasisPoints
    ? [
        new InputProblem('capBasisPoints', `must not be below ${floorBasisPoints}, from where on it is paid`),
        ...problems,
      ]
    : problems;
}
