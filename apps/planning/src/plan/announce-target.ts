import { type Command, present } from '@fivepoint/service';
import { In } from 'typeorm';
import { Account } from '../account/account';
import type { PlanLine } from '../plan-line/plan-line';
import type { PlanVersion } from '../plan-version/plan-version';
import type { Plan } from './plan';

/** Lines are given out as targets, for the first time or again, each with the class of its account on this day. */
export async function announceTargeted(
  command: Command,
  plan: Plan,
  lines: readonly PlanLine[],
  version: PlanVersion,
): Promise<void> {
  const accountIds = [...new Set(lines.map(({ accountId }) => accountId))];
  const accounts = await command.manager.findBy(Account, { tenantId: command.tenantId, id: In(accountIds) });
  const classes = new Map(accounts.map((account) => [account.id, account.class]));
  for (const line of lines)
    command.emit({
      ...about(plan, line),
      type: 'fivepoint.planning.account-targeted.v1',
      data: { ...targetOf(plan, line, version), ...present({ class: classes.get(line.accountId) }) },
    });
}

/** A line that was given out says something else now. */
export const announceRevised = (command: Command, plan: Plan, line: PlanLine, version: PlanVersion): void =>
  command.emit({
    ...about(plan, line),
    type: 'fivepoint.planning.target-revised.v1',
    data: { ...targetOf(plan, line, version), ...present({ reason: version.revisionReason }) },
  });

/** A line that was given out is in the plan no more; it says what it said last. */
export const announceWithdrawn = (command: Command, plan: Plan, line: PlanLine, version: PlanVersion): void =>
  command.emit({
    ...about(plan, line),
    type: 'fivepoint.planning.target-withdrawn.v1',
    data: {
      planId: plan.id,
      planLineId: line.id,
      accountId: line.accountId,
      productId: line.productId,
      target: line.target.money.toJSON(),
      ownerId: line.ownerId,
      team: line.team,
      versionNumber: version.number,
      ...present({ reason: version.revisionReason }),
    },
  });

const about = (plan: Plan, line: PlanLine) => ({
  key: line.accountId,
  subject: line.id,
  correlationId: line.correlationId,
  parentCorrelationId: plan.correlationId,
});

const targetOf = (plan: Plan, line: PlanLine, version: PlanVersion) => ({
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
  versionNumber: version.number,
  ...present({ stretch: line.stretch?.money.toJSON() }),
});
