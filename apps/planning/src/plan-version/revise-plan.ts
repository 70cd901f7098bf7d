import { type LocalDate, unmet, uuidv7 } from '@fivepoint/kernel';
import { type Command, GateNotMet, NotFound, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { notOver } from '../plan/plan-gates';
import { isUnderRevision, versionOf } from './open-version';
import { PlanLineVersion } from './plan-line-version';
import { PlanVersion } from './plan-version';
import { RevisionOpen } from './plan-version.errors';
import type { RevisePlanInput } from './plan-version.inputs';
import { planVersionStatuses } from './plan-version.statuses';

export type RevisePlanOutcome = Plan | NotFound | VersionConflict | RevisionOpen | GateNotMet;

/** Opens the next version of a plan that counts, as a copy of it in DRAFT (capability P02); the version in force stays in force meanwhile. */
export async function revisePlan(command: Command, input: RevisePlanInput): Promise<RevisePlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const missing = missingForRevision(plan, await command.today());
  if (missing.length > 0) return new GateNotMet('PLAN_REVISION', missing);
  if (plan.openVersionId !== null && isUnderRevision(plan)) {
    const open = await versionOf(command, plan.openVersionId);
    return new RevisionOpen(open.id, open.number);
  }
  const { tenantId, manager } = command;
  const revision = Object.assign(newVersion(command, plan.id), {
    number: (await manager.countBy(PlanVersion, { tenantId, planId: plan.id })) + 1,
    basisId: plan.currentVersionId,
    revisionReason: input.reason,
  });
  await command.add(revision);
  await copyLines(command, plan.currentVersionId, revision.id);
  await copyProductTargets(command, plan.currentVersionId, revision.id);
  plan.openVersionId = revision.id;
  return command.save(plan);
}

/** What keeps a plan from being revised; empty when nothing does. Pure. */
export const missingForRevision = ({ status, endsOn }: Pick<Plan, 'status' | 'endsOn'>, today: LocalDate): string[] =>
  unmet([
    { name: `a plan that counts, APPROVED or IN_FORCE; this one is in ${status}`, met: counts(status) },
    notOver(endsOn, today),
  ]);

const counts = (status: Plan['status']): boolean => status === 'APPROVED' || status === 'IN_FORCE';

/** A version in DRAFT; the first of its plan, where no more is said of it. */
export const newVersion = (command: Command, planId: string): PlanVersion =>
  Object.assign(new PlanVersion(), {
    ...command.newRow(),
    planId,
    basisId: null,
    number: 1,
    status: planVersionStatuses.initial,
    revisionReason: null,
    createdAt: command.now,
    authorId: command.identity.repId,
    authorUserId: command.identity.userId,
    submittedAt: null,
    submitterId: null,
    submitterUserId: null,
    returnedAt: null,
    returnerId: null,
    returnerUserId: null,
    returnReason: null,
    approvedAt: null,
    approvedAs: null,
    approverId: null,
    approverUserId: null,
    approvalReason: null,
    inForceAt: null,
    closedAt: null,
    closerId: null,
    closerUserId: null,
    discardReason: null,
  });

/** In one statement, for a plan may have thousands of lines; the audit has the version that they are of. */
async function copyLines({ manager, tenantId, now }: Command, from: string, to: string): Promise<void> {
  const lines = await manager.find(PlanLineVersion, {
    select: { id: true },
    where: { tenantId, planVersionId: from },
  });
  await manager.query(
    `insert into plan_line_version (tenant_id, id, plan_version_id, plan_line_id, account_id, product_id, owner_id, team,
       target_minor, target_currency, floor_minor, floor_currency, stretch_minor, stretch_currency, play_ids)
     select l.tenant_id, copy.id, $2, l.plan_line_id, l.account_id, l.product_id, l.owner_id, l.team,
       l.target_minor, l.target_currency, l.floor_minor, l.floor_currency, l.stretch_minor, l.stretch_currency, l.play_ids
     from unnest($3::uuid[], $4::uuid[]) as copy (id, of_id)
     join plan_line_version l on l.tenant_id = $1 and l.id = copy.of_id`,
    [tenantId, to, lines.map(() => uuidv7(now.getTime())), lines.map(({ id }) => id)],
  );
}

async function copyProductTargets({ manager, tenantId, now }: Command, from: string, to: string): Promise<void> {
  const targets: { id: string }[] = await manager.query(
    'select id from plan_product_target where tenant_id = $1 and plan_version_id = $2',
    [tenantId, from],
  );
  await manager.query(
    `insert into plan_product_target (tenant_id, id, plan_version_id, product_id, target_minor, target_currency)
     select t.tenant_id, copy.id, $2, t.product_id, t.target_minor, t.target_currency
     from unnest($3::uuid[], $4::uuid[]) as copy (id, of_id)
     join plan_product_target t on t.tenant_id = $1 and t.id = copy.of_id`,
    [tenantId, to, targets.map(() => uuidv7(now.getTime())), targets.map(({ id }) => id)],
  );
}
