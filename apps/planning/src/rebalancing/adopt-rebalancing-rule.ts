import { type Command, InputProblem, InvalidInput, plannedDayProblems } from '@fivepoint/service';
import type { AdoptRebalancingRuleInput } from './rebalancing.inputs';
import { RebalancingRule, rebalancingRuleOn } from './rebalancing-rule';

/** Adopts rules for rebalancing from a day on (capability P29): what was proposed before stays as it was worked out. */
export async function adoptRebalancingRule(
  command: Command,
  input: AdoptRebalancingRuleInput,
): Promise<RebalancingRule | InvalidInput> {
  const today = await command.today();
  const effectiveOn = input.effectiveOn ?? today;
  const problems =
    effectiveOn < today
      ? [new InputProblem('effectiveOn', `must not be before today, ${today}`)]
      : plannedDayProblems('effectiveOn', effectiveOn, today);
  if (problems.length > 0) return new InvalidInput(problems);
  const before = await rebalancingRuleOn(command.manager, command.tenantId, effectiveOn);
  return command.add(
    Object.assign(new RebalancingRule(), {
      ...command.newAggregate(),
      effectiveOn,
      stretchBasisPoints: input.stretchBasisPoints ?? before.stretchBasisPoints,
      reserveBasisPoints: input.reserveBasisPoints ?? before.reserveBasisPoints,
      supportDays: input.supportDays ?? before.supportDays,
      supportKind: input.supportKind ?? before.supportKind,
    }),
  );
}
