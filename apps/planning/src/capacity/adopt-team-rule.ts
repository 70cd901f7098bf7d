import type { Command, InvalidInput } from '@fivepoint/service';
import { adoptFromToday } from '../rules/adopt';
import { recordedRules } from '../rules/recorded-rules';
import type { AdoptTeamRuleInput } from './capacity.inputs';
import { TeamRule, teamTermsOn } from './team-rule';

export type AdoptTeamRuleOutcome = TeamRule | InvalidInput;

/** Adopts rules for teams from a day on (capabilities P35, P37): what was worked out for days before stays as it was. */
export const adoptTeamRule = (command: Command, input: AdoptTeamRuleInput): Promise<AdoptTeamRuleOutcome> =>
  adoptFromToday(command, TeamRule, input, async (day) => {
    const before = teamTermsOn(await recordedRules(command.manager, command.tenantId, TeamRule), day);
    return {
      keyPersonBasisPoints: input.keyPersonBasisPoints ?? before.keyPersonBasisPoints,
      rampBasisPoints: input.rampBasisPoints ?? before.rampBasisPoints,
      uncertifiedBasisPoints: input.uncertifiedBasisPoints ?? before.uncertifiedBasisPoints,
    };
  });
