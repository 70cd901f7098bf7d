import { type LocalDate, Money, roundedRatio } from '@fivepoint/kernel';
import { type Command, MoneyValue } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { fairnessIndex } from './fairness';
import type { Rebalancing as WorkedOut } from './rebalance';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import { rebalancingStatuses } from './rebalancing.statuses';
import type { Standing } from './standing';

interface Proposal {
  reason: string;
  today: LocalDate;
  standing: Standing;
  result: WorkedOut;
}

/** Keeps a proposal with all that it rests on, and what it says of each rep. */
export async function keepProposal(command: Command, plan: Plan, proposal: Proposal): Promise<Rebalancing> {
  const rebalancing = Object.assign(new Rebalancing(), {
    ...command.newAggregate(plan.correlationId),
    ...{ ownerId: plan.ownerId, team: plan.team, planId: plan.id, planVersionId: plan.currentVersionId },
    ...{ status: rebalancingStatuses.initial, asOf: proposal.today, reason: proposal.reason },
    ...{ proposerId: command.identity.repId, proposerUserId: command.identity.userId },
    ...{ decidedAt: null, decidedAs: null, deciderId: null, deciderUserId: null, decisionReason: null },
    ...sumsOf(proposal, plan.currency),
  });
  await command.add(rebalancing);
  await keepTargets(command, rebalancing, proposal, plan.currency);
  return rebalancing;
}

/** What it comes to over all reps. Pure. */
function sumsOf({ standing: { reps, rule, reserve }, result }: Proposal, currency: string) {
  const money = moneyIn(currency);
  const receivers = new Set(result.reps.filter(({ role }) => role === 'RECEIVER').map(({ repId }) => repId));
  const after = reps.map(({ actual }, index) => ({ actual, target: result.reps[index]?.newTarget ?? 0n }));
  return {
    capBasisPoints: rule.increaseCapBasisPoints,
    stretchBasisPoints: rule.stretchBasisPoints,
    reserve: money(reserve),
    pool: money(result.pool),
    reserveUsed: money(result.reserveUsed),
    receiversOriginal: money(sum(reps.filter(({ repId }) => receivers.has(repId)).map(({ original }) => original))),
    rate: result.rate && roundedRatio(result.rate.numerator, result.rate.denominator, 4),
    targetBefore: money(sum(reps.map(({ target }) => target))),
    targetAfter: money(sum(result.reps.map(({ newTarget }) => newTarget))),
    unallocatedGap: money(result.unallocatedGap),
    fairnessBefore: fairnessIndex(reps),
    fairnessAfter: fairnessIndex(after),
  };
}

async function keepTargets(
  command: Command,
  { id: rebalancingId, planId }: Rebalancing,
  { standing, result }: Proposal,
  currency: string,
): Promise<void> {
  const money = moneyIn(currency);
  await command.writeTogether([RebalancedTarget], async () => {
    for (const [index, { repId, role, headRoom, change, newTarget, limitedBy }] of result.reps.entries()) {
      const rep = standing.reps[index];
      if (!rep) throw new Error(`rep ${repId} came out of a rebalancing that it did not go into`);
      await command.add(
        Object.assign(new RebalancedTarget(), {
          ...command.newRow(),
          ...{ rebalancingId, planId, repId, role, increaseLimit: limitedBy },
          original: money(rep.original),
          planned: money(rep.planned),
          increasedBefore: money(rep.increasedBefore),
          before: money(rep.target),
          actual: money(rep.actual),
          capacity: money(rep.capacity),
          headRoom: money(headRoom),
          change: money(change),
          after: money(newTarget),
        }),
      );
    }
  });
}

const moneyIn =
  (currency: string) =>
  (minor: bigint): MoneyValue =>
    MoneyValue.of(Money.of(minor, currency));

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
