import { Money, unmet } from '@fivepoint/kernel';
import {
  type Command,
  GateNotMet,
  InvalidInput,
  NotFound,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import { In } from 'typeorm';
import { increaseCapOf } from '../plan-rules/plan-rules';
import { approversOf, approvingRole } from '../plan/approvers';
import { Plan } from '../plan/plan';
import { ApprovalRefused } from '../plan/plan.errors';
import { Rep } from '../rep/rep';
import { leads } from '../team/led';
import { openSupport } from '../support/open-support';
import { planSupport } from '../support/plan-support';
import { announceRebalanced } from './announce-rebalanced';
import { overtaken } from './overtaken';
import { missingForRebalancing } from './propose-rebalancing';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import type { ApproveRebalancingInput } from './rebalancing.inputs';
import { rebalancingTermsOn } from './rebalancing-rule';
import { rebalancingStatuses } from './rebalancing.statuses';
import { bookedByRep } from './rep-targets';

export type ApproveRebalancingOutcome =
  Rebalancing | NotFound | VersionConflict | TransitionRefused | ApprovalRefused | GateNotMet | InvalidInput;

/**
 * Approves a proposal as it is (capabilities P29, P31): its targets count for forecast and coverage from now on, and each cut opens help for the
 * rep. Whatever the proposal rests on must still be so: it is never worked out anew on the way.
 */
export async function approveRebalancing(
  command: Command,
  input: ApproveRebalancingInput,
): Promise<ApproveRebalancingOutcome> {
  const locked = await lockWithItsPlan(command, input.rebalancingId, input.expectedVersion);
  if (!('plan' in locked)) return locked;
  const { plan, rebalancing } = locked;
  const refusal = rebalancingStatuses.move(rebalancing, 'APPROVED');
  if (refusal) return refusal;
  const role = approvingRole(command.identity, plan.team);
  if (!role) return new ApprovalRefused(plan.team, approversOf(plan.team));
  const { tenantId, manager } = command;
  const targets = await manager.find(RebalancedTarget, {
    where: { tenantId, rebalancingId: rebalancing.id },
    order: { id: 'ASC' },
  });
  const ids = targets.map(({ repId }) => repId);
  const reps = await manager.find(Rep, { where: { tenantId, id: In(ids) }, order: { id: 'ASC' } });
  const cut = reps.filter(({ id }) => targets.some(({ repId, role: is }) => repId === id && is === 'DONOR'));
  const support = await planSupport(command, cut, input.supports);
  if (support.problems.length > 0) return new InvalidInput(support.problems);
  const missing = [...(await missingForApproval(command, plan, rebalancing, targets, reps)), ...support.missing];
  if (missing.length > 0) return new GateNotMet('REBALANCING_APPROVAL', missing);

  Object.assign(rebalancing, {
    decidedAt: command.now,
    decidedAs: role,
    deciderId: command.identity.repId,
    decisionReason: input.reason ?? null,
  });
  await command.save(rebalancing);
  await openSupport(command, rebalancing, support.actions);
  // Who decides about the plan next must have seen the targets that count now.
  await command.touch(plan);
  announceRebalanced(command, rebalancing, targets.length);
  return rebalancing;
}

/** A proposal and its plan, both locked, the plan first as everywhere: revisions and other proposals of the plan wait. */
export async function lockWithItsPlan(
  command: Command,
  rebalancingId: string,
  expectedVersion: number | null | undefined,
): Promise<{ plan: Plan; rebalancing: Rebalancing } | NotFound | VersionConflict> {
  const found = await command.find(Rebalancing, rebalancingId);
  if (!(found instanceof Rebalancing)) return found;
  const plan = await command.lock(Plan, found.planId);
  if (!(plan instanceof Plan)) return plan;
  const rebalancing = await command.lock(Rebalancing, rebalancingId, expectedVersion);
  return rebalancing instanceof Rebalancing ? { plan, rebalancing } : rebalancing;
}

/** What of that on which a proposal rests is not so any more. */
async function missingForApproval(
  command: Command,
  plan: Plan,
  rebalancing: Rebalancing,
  targets: readonly RebalancedTarget[],
  reps: readonly Rep[],
): Promise<string[]> {
  const { manager, tenantId } = command;
  const today = await command.today();
  const { stretchBasisPoints } = await rebalancingTermsOn(command, today);
  const capBasisPoints = await increaseCapOf(manager, tenantId);
  const byId = new Map(reps.map((rep) => [rep.id, rep]));
  const money = (minor: bigint) => Money.of(minor, plan.currency).amount;
  const after = new Map(targets.map((target) => [target.repId, target.after.money.amount]));
  const late = overtaken(targets, await bookedByRep(manager, tenantId, plan, today));
  return [
    ...missingForRebalancing(plan, today),
    ...unmet([
      {
        name: 'the version of the plan that it was worked out from; another one was approved since',
        met: plan.currentVersionId === rebalancing.planVersionId,
      },
      {
        name: `the cap that it was worked out with, ${rebalancing.capBasisPoints} basis points; it is ${capBasisPoints} now`,
        met: capBasisPoints === rebalancing.capBasisPoints,
      },
      {
        name: `the stretch that it was worked out with, ${rebalancing.stretchBasisPoints} basis points; it is ${stretchBasisPoints} now`,
        met: stretchBasisPoints === rebalancing.stretchBasisPoints,
      },
    ]),
    ...late.map(({ repId, actual, why }) => {
      const rep = byId.get(repId);
      const named = `${rep?.name ?? 'rep'} (${repId})`;
      // What would be left to somebody is told to who may read it.
      const figures = rep && leads(command.identity, rep.team) ? `, of ${after.get(repId)}` : '';
      return why === 'BOOKED_MORE_THAN_LEFT'
        ? `a new target of ${named} that is not reached yet: ${money(actual)} is booked by now${figures}`
        : `head-room of ${named} for the increase: only ${money(actual)} is booked by now`;
    }),
  ];
}
