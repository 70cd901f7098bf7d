import { addDays, type LocalDate, Money, unmet } from '@fivepoint/kernel';
import {
  type Command,
  GateNotMet,
  InvalidInput,
  NotFound,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import { In } from 'typeorm';
import { approversOf, approvingRole } from '../plan/approvers';
import { Plan } from '../plan/plan';
import { ApprovalRefused } from '../plan/plan.errors';
import { Rep } from '../rep/rep';
import { openSupport } from '../support/open-support';
import { planSupport } from '../support/plan-support';
import { announceRebalanced } from './announce-rebalanced';
import { missingOf } from './named-reps';
import { type Overtaken, overtaken } from './overtaken';
import { missingForRebalancing } from './propose-rebalancing';
import { headRoomOf } from './rebalance';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import type { ApproveRebalancingInput } from './rebalancing.inputs';
import { rebalancingTermsOn } from './rebalancing-rule';
import { rebalancingStatuses } from './rebalancing.statuses';
import { type Standing, standingOf, termsOf } from './standing';

export type ApproveRebalancingOutcome =
  Rebalancing | NotFound | VersionConflict | TransitionRefused | ApprovalRefused | GateNotMet | InvalidInput;

/**
 * Approves a proposal as it is (capabilities P29, P31): its targets count for forecast and coverage from now on, and each cut opens help for the
 * rep. It must not have lapsed, and go by what everybody can deliver on the day: it is checked against that, and never changed on the way.
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
  const missing = [...(await missingForApproval(command, plan, rebalancing, targets)), ...support.missing];
  if (missing.length > 0) return new GateNotMet('REBALANCING_APPROVAL', missing);

  Object.assign(rebalancing, {
    decidedAt: command.now,
    decidedAs: role,
    deciderId: command.identity.repId,
    deciderUserId: command.identity.userId,
    decisionReason: input.reason ?? null,
  });
  await command.save(rebalancing);
  const { id: rebalancingId, correlationId } = rebalancing;
  await openSupport(command, { planId: plan.id, rebalancingId, planVersionId: null, correlationId }, support.actions);
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
): Promise<string[]> {
  const today = await command.today();
  const impossible = missingForRebalancing(plan, today);
  if (impossible.length > 0) return impossible;
  const rule = await rebalancingTermsOn(command, today);
  const lapsesOn = addDays(rebalancing.asOf as LocalDate, rule.proposalDays);
  const standing = await standingOf(command, plan, today);
  return [
    ...unmet([
      {
        name: `a proposal that has not lapsed; this one is of ${rebalancing.asOf} and could be approved until ${lapsesOn}`,
        met: today <= lapsesOn,
      },
      {
        name: 'the version of the plan that it was worked out from; another one was approved since',
        met: plan.currentVersionId === rebalancing.planVersionId,
      },
      {
        name: `the cap that it was worked out with, ${rebalancing.capBasisPoints} basis points; it is ${rule.increaseCapBasisPoints} now`,
        met: rule.increaseCapBasisPoints === rebalancing.capBasisPoints,
      },
      {
        name: `the stretch that it was worked out with, ${rebalancing.stretchBasisPoints} basis points; it is ${rule.stretchBasisPoints} now`,
        met: rule.stretchBasisPoints === rebalancing.stretchBasisPoints,
      },
    ]),
    ...(Array.isArray(standing) ? standing : await missingNow(command, rebalancing, targets, standing)),
  ];
}

/** What was worked out and does not go by how the reps and the reserve stand by now. */
async function missingNow(
  command: Command,
  rebalancing: Rebalancing,
  targets: readonly RebalancedTarget[],
  standing: Standing,
): Promise<string[]> {
  const { stretch, reserve } = termsOf(standing);
  const now = standing.reps.map((rep) => ({ ...rep, headRoom: headRoomOf(rep, stretch).headRoom }));
  const late = overtaken(targets, new Map(now.map((rep) => [rep.repId, rep])));
  const of = (why: Overtaken['why']) => late.filter((one) => one.why === why).map((one) => one.now);
  const { currency } = rebalancing.pool;
  const money = (minor: bigint) => Money.of(minor < 0n ? 0n : minor, currency).amount;
  /** The figures of a rep are told with the name. */
  const told = (repId: string | null, figures: (rep: (typeof now)[number], target: RebalancedTarget) => string) => {
    const rep = now.find((one) => one.repId === repId);
    const target = targets.find((one) => one.repId === repId);
    return rep && target ? `: ${figures(rep, target)}` : '';
  };
  return [
    ...unmet([
      { name: 'the risk reserve that it uses; less is left by now', met: rebalancing.reserveUsed.minor <= reserve },
    ]),
    ...(await missingOf(command, of('BOOKED_MORE_THAN_LEFT'), (who, repId) => {
      const figures = told(
        repId,
        ({ actual }, { after }) => `${money(actual)} is booked by now, of ${after.money.amount}`,
      );
      return `a new target of ${who} that is not reached yet${figures}`;
    })),
    ...(await missingOf(
      command,
      of('LACKS_NOTHING_ANY_MORE'),
      (who) => `a cut of nobody who can reach the target by now; that is ${who}`,
    )),
    ...(await missingOf(command, of('NO_HEAD_ROOM_ANY_MORE'), (who, repId) => {
      const figures = told(
        repId,
        ({ headRoom }, { change }) => `${money(headRoom)} is left by now, of ${change.money.amount}`,
      );
      return `head-room of ${who} for the increase${figures}`;
    })),
  ];
}
