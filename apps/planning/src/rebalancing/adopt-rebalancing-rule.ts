import type { Command, InvalidInput } from '@fivepoint/service';
import { adoptFromToday } from '../rules/adopt';
import type { AdoptRebalancingRuleInput } from './rebalancing.inputs';
import { RebalancingRule, rebalancingTermsOn } from './rebalancing-rule';

/** Adopts rules for rebalancing from a day on (capability P29): what was proposed before stays as it was worked out. */
export const adoptRebalancingRule = (
  command: Command,
  input: AdoptRebalancingRuleInput,
): Promise<RebalancingRule | InvalidInput> =>
  adoptFromToday(command, RebalancingRule, input, async (day) => {
    const before = await rebalancingTermsOn(command, day);
    return {
      increaseCapBasisPoints: input.increaseCapBasisPoints ?? before.increaseCapBasisPoints,
      stretchBasisPoints: input.stretchBasisPoints ?? before.stretchBasisPoints,
      reserveBasisPoints: input.reserveBasisPoints ?? before.reserveBasisPoints,
      supportDays: input.supportDays ?? before.supportDays,
      supportKind: input.supportKind ?? before.supportKind,
      proposalDays: input.proposalDays ?? before.proposalDays,
      leastHiddenCount: input.leastHiddenCount ?? before.leastHiddenCount,
    };
  });
