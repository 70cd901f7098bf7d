import { type LocalDate, Money, roundedRatio, type Ratio, unmet } from '@fivepoint/kernel';
import { type Command, GateNotMet, MoneyValue, NotFound, VersionConflict } from '@fivepoint/service';
import { In } from 'typeorm';
import { repCapacities } from '../capacity/rep-capacities';
import { increaseCapOf } from '../plan-rules/plan-rules';
import { Plan } from '../plan/plan';
import { notOver } from '../plan/plan-gates';
import { Rep } from '../rep/rep';
import { atLeastZero, sum } from './amounts';
import { fairnessIndex } from './fairness';
import { rebalance, type RepTarget } from './rebalance';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import { RebalancingOpen } from './rebalancing.errors';
import type { ProposeRebalancingInput } from './rebalancing.inputs';
import { rebalancingTermsOn } from './rebalancing-rule';
import { rebalancingStatuses } from './rebalancing.statuses';
import { bookedByRep, type RepTargets, repTargetsOf } from './rep-targets';

export type ProposeRebalancingOutcome = Rebalancing | NotFound | VersionConflict | RebalancingOpen | GateNotMet;

/**
 * Works out a fair adjustment of the targets of a plan in force (capabilities P29, P30, P32) and keeps it with all that it rests on. It changes
 * nothing until it is approved. Nothing is guessed: who has no stated capacity is named.
 */
export async function proposeRebalancing(
  command: Command,
  input: ProposeRebalancingInput,
): Promise<ProposeRebalancingOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const { tenantId, manager } = command;
  const open = await manager.findOneBy(Rebalancing, { tenantId, planId: plan.id, status: 'PROPOSED' });
  if (open) return new RebalancingOpen(open.id);
  const today = await command.today();
  const missing = missingForRebalancing(plan, today);
  if (missing.length > 0) return new GateNotMet('REBALANCING', missing);

  const all = await repTargetsOf(manager, tenantId, [plan.id]);
  const reps = all.filter(({ planned }) => planned > 0n);
  const capacities = await capacitiesOf(command, plan, reps, today);
  const unknown = reps.filter((_, index) => capacities[index] === null);
  if (unknown.length > 0) return new GateNotMet('REBALANCING', await unstated(command, plan, unknown, today));
  const booked = await bookedByRep(manager, tenantId, plan, today);
  const known = reps.map((rep, index): RepTarget => {
    const { repId, planned, rebalanced, original, increased } = rep;
    return {
      repId,
      original: original ?? 0n,
      target: rebalanced,
      actual: booked.get(repId) ?? 0n,
      capacity: capacities[index] ?? 0n,
      increasedBefore: increased + atLeastZero(planned - (original ?? 0n)),
    };
  });

  const { stretchBasisPoints, reserveBasisPoints } = await rebalancingTermsOn(command, today);
  const capBasisPoints = await increaseCapOf(manager, tenantId);
  const reserve = atLeastZero(
    (sum(all.map(({ original }) => original ?? 0n)) * BigInt(reserveBasisPoints)) / 10_000n -
      (await reserveUsedOf(command, plan)),
  );
  const result = rebalance(known, { stretch: share(stretchBasisPoints), cap: share(capBasisPoints), reserve });
  if (result.pool === 0n)
    return new GateNotMet('REBALANCING', ['a rep who lacks capacity for the target; nobody does']);

  const money = (minor: bigint) => MoneyValue.of(Money.of(minor, plan.currency));
  const receivers = new Set(result.reps.filter(({ role }) => role === 'RECEIVER').map(({ repId }) => repId));
  const rebalancing = Object.assign(new Rebalancing(), {
    ...command.newAggregate(plan.correlationId),
    ownerId: plan.ownerId,
    team: plan.team,
    planId: plan.id,
    planVersionId: plan.currentVersionId,
    status: rebalancingStatuses.initial,
    asOf: today,
    reason: input.reason,
    proposerId: command.identity.repId,
    decidedAt: null,
    decidedAs: null,
    deciderId: null,
    decisionReason: null,
    capBasisPoints,
    stretchBasisPoints,
    reserve: money(reserve),
    pool: money(result.pool),
    reserveUsed: money(result.reserveUsed),
    receiversOriginal: money(sum(known.filter(({ repId }) => receivers.has(repId)).map(({ original }) => original))),
    rate: result.rate && roundedRatio(result.rate.numerator, result.rate.denominator, 4),
    targetBefore: money(sum(known.map(({ target }) => target))),
    targetAfter: money(sum(result.reps.map(({ newTarget }) => newTarget))),
    unallocatedGap: money(result.unallocatedGap),
    fairnessBefore: fairnessIndex(known),
    fairnessAfter: fairnessIndex(
      known.map(({ actual }, index) => ({ actual, target: result.reps[index]?.newTarget ?? 0n })),
    ),
  });
  await command.add(rebalancing);
  await command.writeTogether([RebalancedTarget], async () => {
    for (const [index, { repId, role, headRoom, change, newTarget, limitedBy }] of result.reps.entries()) {
      const rep = known[index];
      if (!rep) throw new Error(`rep ${repId} came out of a rebalancing that it did not go into`);
      await command.add(
        Object.assign(new RebalancedTarget(), {
          ...command.newRow(),
          rebalancingId: rebalancing.id,
          planId: plan.id,
          repId,
          role,
          original: money(rep.original),
          planned: money(reps[index]?.planned ?? 0n),
          increasedBefore: money(rep.increasedBefore),
          before: money(rep.target),
          actual: money(rep.actual),
          capacity: money(rep.capacity),
          headRoom: money(headRoom),
          change: money(change),
          after: money(newTarget),
          increaseLimit: limitedBy,
        }),
      );
    }
  });
  return rebalancing;
}

/** What keeps the targets of a plan from being rebalanced; empty when nothing does. Pure. */
export const missingForRebalancing = (
  { status, endsOn }: Pick<Plan, 'status' | 'endsOn'>,
  today: LocalDate,
): string[] =>
  unmet([{ name: `a plan IN_FORCE; this one is in ${status}`, met: status === 'IN_FORCE' }, notOver(endsOn, today)]);

/** What each rep can deliver until the period ends, whoever asks: of whom one may read it, the rows that come of it show to nobody else. */
async function capacitiesOf(
  { manager, identity }: Command,
  { endsOn, currency }: Plan,
  reps: readonly RepTargets[],
  today: LocalDate,
): Promise<(bigint | null)[]> {
  const viewer = { identity: { ...identity, roles: ['ADMIN' as const] }, seesAll: [] };
  const ids = reps.map(({ repId }) => repId);
  const found = await repCapacities(manager, viewer, ids, { from: today, to: endsOn as LocalDate, currency });
  return found.map((capacity) => capacity?.amount ?? null);
}

/** Whose capacity nobody has stated, in words. */
async function unstated(
  { manager, tenantId }: Command,
  { endsOn, currency }: Plan,
  reps: readonly RepTargets[],
  today: LocalDate,
): Promise<string[]> {
  const found = await manager.findBy(Rep, { tenantId, id: In(reps.map(({ repId }) => repId)) });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return reps.map(
    ({ repId }) =>
      `a stated capacity of ${names.get(repId) ?? 'rep'} (${repId}) from ${today} to ${endsOn} in ${currency}`,
  );
}

/** What of a plan's reserve earlier rebalancings have used. */
async function reserveUsedOf({ manager, tenantId }: Command, { id: planId }: Plan): Promise<bigint> {
  const approved = await manager.findBy(Rebalancing, { tenantId, planId, status: 'APPROVED' });
  return sum(approved.map(({ reserveUsed }) => reserveUsed.minor));
}

const share = (basisPoints: number): Ratio => ({ numerator: BigInt(basisPoints), denominator: 10_000n });
