import { Money } from '@fivepoint/kernel';
import {
  type Command,
  GateNotMet,
  InvalidInput,
  NotFound,
  present,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { carryOut } from '../plan-version/carry-out-revision';
import { missingToFloors } from '../plan-version/floors-over-target';
import { openHelpForCuts } from '../plan-version/help-for-cuts';
import { isUnderRevision, moveOpen, versionOf } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { IncreaseBeyondCap } from '../plan-version/plan-version.errors';
import { planVersionStatuses } from '../plan-version/plan-version.statuses';
import { refusedIncreases } from '../plan-version/refused-increases';
import { holdAccounts, missingForDoubledLines } from '../plan-version/doubled-lines';
import { repTargetsOf } from '../rebalancing/rep-targets';
import { announceTargeted } from './announce-target';
import { approversOf, approvingRole } from './approvers';
import { Plan } from './plan';
import { hasBegun, missingForApproval } from './plan-gates';
import { ApprovalRefused } from './plan.errors';
import type { ApprovePlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';
import { productTotals } from './plan-totals';
import { bringInForce } from './start-plan';

export type ApprovePlanOutcome =
  | Plan
  | NotFound
  | VersionConflict
  | TransitionRefused
  | ApprovalRefused
  | IncreaseBeyondCap
  | GateNotMet
  | InvalidInput;

/**
 * Approves a submitted plan (capabilities P02, P05): its targets are given out, one turn of the lifecycle per line. Within its period it is in
 * force at once; before its period it stays APPROVED until `startPlan`, but acquisition may begin to work on the targets. A revision takes the
 * place of the version before, only what differs is given out, and within the period each rep whose target it cuts gets help.
 */
export async function approvePlan(command: Command, input: ApprovePlanInput): Promise<ApprovePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const open = await moveOpen(command, plan, 'APPROVED');
  if (!(open instanceof PlanVersion)) return open;
  const role = approvingRole(command.identity, plan.team);
  if (!role) return new ApprovalRefused(plan.team, approversOf(plan.team));
  const today = await command.today();
  const refused = isUnderRevision(plan)
    ? await refusedIncreases(command, plan, open, { role, reason: input.reason, today })
    : null;
  if (refused) return refused;
  // A floor may have been set, and another plan approved, since the plan was handed in.
  await holdAccounts(command, open);
  const missing = [
    ...missingForApproval(plan, today),
    ...(await missingToFloors(command, open)),
    ...(await missingForDoubledLines(command, plan, open, today)),
  ];
  if (missing.length > 0) return new GateNotMet('PLAN_APPROVAL', missing);

  const begun = hasBegun(plan.startsOn, today);
  const targets =
    isUnderRevision(plan) && begun ? await repTargetsOf(command.manager, command.tenantId, [plan.id]) : [];
  const before = isUnderRevision(plan) ? await supersede(command, plan.currentVersionId, begun) : null;
  const { repId: approverId, userId: approverUserId } = command.identity;
  const approval = { approvedAt: command.now, approvedAs: role, approverId, approverUserId };
  await command.save(Object.assign(open, approval, { approvalReason: input.reason ?? null }));
  Object.assign(plan, approval, { currentVersionId: open.id, openVersionId: null });
  if (begun) {
    if (plan.status === 'APPROVED') planStatuses.mustMove(plan, 'IN_FORCE');
    await bringInForce(command, open);
  }
  await command.save(plan);
  await announceApproved(command, plan, open);
  if (before) await carryOut(command, plan, before, open);
  else await giveOut(command, plan, open);
  await openHelpForCuts(command, plan, open, targets);
  return plan;
}

/** The version that counted until now does so no more. Within its period it was in force, whether somebody has started the plan or not. */
async function supersede(command: Command, versionId: string, begun: boolean): Promise<PlanVersion> {
  const before = await versionOf(command, versionId);
  planVersionStatuses.mustMove(before, 'SUPERSEDED');
  if (begun) before.inForceAt ??= command.now;
  const { repId: closerId, userId: closerUserId } = command.identity;
  return command.save(Object.assign(before, { closedAt: command.now, closerId, closerUserId }));
}

async function giveOut(command: Command, plan: Plan, version: PlanVersion): Promise<void> {
  const lines = await command.manager.find(PlanLine, {
    where: { tenantId: command.tenantId, planId: plan.id, standing: 'PLANNED' },
    order: { id: 'ASC' },
  });
  await announceTargeted(command, plan, lines, version);
}

async function announceApproved(command: Command, plan: Plan, version: PlanVersion): Promise<void> {
  const products = await productTotals(command.manager, command.tenantId, [version.id]);
  command.emit({
    type: 'fivepoint.planning.plan-approved.v1',
    key: plan.id,
    subject: plan.id,
    correlationId: plan.correlationId,
    data: {
      planId: plan.id,
      name: plan.name,
      periodStart: plan.startsOn,
      periodEnd: plan.endsOn,
      target: Money.sum(
        products.map(({ target }) => target),
        plan.currency,
      ).toJSON(),
      lineCount: products.reduce((count, { lineCount }) => count + lineCount, 0),
      versionNumber: version.number,
      ...present({ ownerId: plan.ownerId, team: plan.team, reason: version.revisionReason }),
    },
  });
}
