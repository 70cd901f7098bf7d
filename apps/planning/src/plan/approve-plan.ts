import { Money } from '@fivepoint/kernel';
import { type Command, GateNotMet, NotFound, present, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { approversOf, approvingRole } from './approvers';
import { Plan } from './plan';
import { hasBegun, missingForApproval } from './plan-gates';
import { ApprovalRefused } from './plan.errors';
import type { ApprovePlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type ApprovePlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | ApprovalRefused | GateNotMet;

/**
 * Approves a submitted plan (capabilities P02, P05): its targets are given out, one turn of the lifecycle per line. Within its period it is in
 * force at once; before its period it stays APPROVED until `startPlan`, but acquisition may begin to work on the targets.
 */
export async function approvePlan(command: Command, input: ApprovePlanInput): Promise<ApprovePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const refusal = planStatuses.move(plan, 'APPROVED');
  if (refusal) return refusal;
  const role = approvingRole(command.identity, plan.team);
  if (!role) return new ApprovalRefused(plan.team, approversOf(plan.team));
  const today = await command.today();
  const missing = missingForApproval(plan, today);
  if (missing.length > 0) return new GateNotMet('PLAN_APPROVAL', missing);

  if (hasBegun(plan.startsOn, today)) planStatuses.mustMove(plan, 'IN_FORCE');
  Object.assign(plan, { approvedAt: command.now, approvedAs: role, approverId: command.identity.repId });
  await command.save(plan);
  const lines = await command.manager.find(PlanLine, {
    where: { tenantId: command.tenantId, planId: plan.id },
    order: { id: 'ASC' },
  });
  announceApproved(command, plan, lines);
  for (const line of lines) announceTargeted(command, plan, line);
  return plan;
}

function announceApproved(command: Command, plan: Plan, lines: readonly PlanLine[]): void {
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
        lines.map(({ target }) => target.money),
        plan.currency,
      ).toJSON(),
      lineCount: lines.length,
      ...present({ ownerId: plan.ownerId, team: plan.team }),
    },
  });
}

function announceTargeted(command: Command, plan: Plan, line: PlanLine): void {
  command.emit({
    type: 'fivepoint.planning.account-targeted.v1',
    key: line.accountId,
    subject: line.id,
    correlationId: line.correlationId,
    parentCorrelationId: plan.correlationId,
    data: {
      planId: plan.id,
      planLineId: line.id,
      accountId: line.accountId,
      productId: line.productId,
      target: line.target.money.toJSON(),
      floor: line.floor.money.toJSON(),
      periodStart: plan.startsOn,
      periodEnd: plan.endsOn,
      ownerId: line.ownerId,
      team: line.team,
      ...present({ stretch: line.stretch?.money.toJSON() }),
    },
  });
}
