import type { LocalDate, Ratio } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { atLeastZero, sum } from './amounts';
import { capacitiesLeft } from './capacities-left';
import { missingOf } from './named-reps';
import type { RebalancingTerms, RepTarget } from './rebalance';
import { Rebalancing } from './rebalancing';
import { type RebalancingRuleTerms, rebalancingTermsOn } from './rebalancing-rule';
import { bookedByRep, type RepTargets, repTargetsOf } from './rep-targets';

export interface RepStanding extends RepTarget {
  team: string;
  /** In the version that counts. */
  planned: bigint;
}

/** How the reps of a plan stand on a day, and the rules of that day: all that a rebalancing goes by. */
export interface Standing {
  reps: RepStanding[];
  rule: RebalancingRuleTerms;
  /** What is left of the risk reserve. */
  reserve: bigint;
}

/** How the reps of a plan in force stand today; nothing is guessed: who has no stated capacity is missing. */
export async function standingOf(command: Command, plan: Plan, today: LocalDate): Promise<Standing | string[]> {
  const { tenantId, manager } = command;
  const all = await repTargetsOf(manager, tenantId, [plan.id]);
  const asked = all.filter(({ planned }) => planned > 0n);
  const capacities = await capacitiesLeft(command, plan, asked, today);
  const unstated = asked.filter(({ repId }) => !capacities.has(repId));
  if (unstated.length > 0) {
    const until = `from ${today} to ${plan.endsOn} in ${plan.currency}`;
    return missingOf(command, unstated, (who) => `a stated capacity of ${who} ${until}`);
  }
  const booked = await bookedByRep(manager, tenantId, plan, today);
  const rule = await rebalancingTermsOn(command, today);
  return {
    reps: asked.map((rep) => standing(rep, booked.get(rep.repId) ?? 0n, capacities.get(rep.repId) ?? 0n)),
    rule,
    reserve: await reserveLeft(command, plan, all, rule),
  };
}

/** By what a standing is rebalanced. Pure. */
export const termsOf = ({ rule, reserve }: Standing): RebalancingTerms => ({
  stretch: share(rule.stretchBasisPoints),
  cap: share(rule.increaseCapBasisPoints),
  reserve,
});

const standing = (rep: RepTargets, actual: bigint, capacity: bigint): RepStanding => {
  const { repId, team, planned, rebalanced: target, increased } = rep;
  const original = rep.original ?? 0n;
  return {
    ...{ repId, team, planned, original, target, actual, capacity },
    increasedBefore: increased + atLeastZero(planned - original),
  };
};

/** The plan's reserve less what earlier rebalancings have used. */
async function reserveLeft(
  { manager, tenantId }: Command,
  { id: planId }: Plan,
  all: readonly RepTargets[],
  { reserveBasisPoints }: RebalancingRuleTerms,
): Promise<bigint> {
  const approved = await manager.findBy(Rebalancing, { tenantId, planId, status: 'APPROVED' });
  const originals = sum(all.map(({ original }) => original ?? 0n));
  const used = sum(approved.map(({ reserveUsed }) => reserveUsed.minor));
  return atLeastZero((originals * BigInt(reserveBasisPoints)) / 10_000n - used);
}

const share = (basisPoints: number): Ratio => ({ numerator: BigInt(basisPoints), denominator: 10_000n });
