import { type Command, InputProblem, InvalidInput, plannedDayProblems } from '@fivepoint/service';
import type { AdoptTeamRuleInput } from './capacity.inputs';
import { ruleOn, TeamRule, teamRules } from './team-rule';

export type AdoptTeamRuleOutcome = TeamRule | InvalidInput;

/** Adopts rules for teams from a day on (capabilities P35, P37): what was worked out for days before stays as it was. */
export async function adoptTeamRule(command: Command, input: AdoptTeamRuleInput): Promise<AdoptTeamRuleOutcome> {
  const today = await command.today();
  const effectiveOn = input.effectiveOn ?? today;
  const problems =
    effectiveOn < today
      ? [new InputProblem('effectiveOn', `must not be before today, ${today}`)]
      : plannedDayProblems('effectiveOn', effectiveOn, today);
  if (problems.length > 0) return new InvalidInput(problems);
  const before = ruleOn(await teamRules(command.manager, command.tenantId), effectiveOn);
  return command.add(
    Object.assign(new TeamRule(), {
      ...command.newAggregate(),
      effectiveOn,
      keyPersonBasisPoints: input.keyPersonBasisPoints ?? before.keyPersonBasisPoints,
      rampBasisPoints: input.rampBasisPoints ?? before.rampBasisPoints,
      uncertifiedBasisPoints: input.uncertifiedBasisPoints ?? before.uncertifiedBasisPoints,
    }),
  );
}
