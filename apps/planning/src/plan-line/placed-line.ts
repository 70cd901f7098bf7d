import type { Command } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { isUnderRevision } from '../plan-version/open-version';
import { type LineWord, PlanLineVersion } from '../plan-version/plan-line-version';
import { PlanVersion } from '../plan-version/plan-version';
import { PlanLine } from './plan-line';
import { planLineStandings } from './plan-line.standings';

/** Where a line stands: one account and one product of a plan. */
export interface Place {
  accountId: string;
  productId: string;
}

/**
 * Puts a line into the draft of a plan. A line that was taken out before comes back as the same, with its id, its turn of the lifecycle and what
 * came of it. One that was given out keeps its last word, and stays whose it is, until the revision is approved.
 * @param there the line of this place that is not in the draft
 * @returns the line as the draft has it
 */
export async function placeLine(
  command: Command,
  plan: Plan,
  draft: PlanVersion,
  there: PlanLine | null,
  { accountId, productId, ...word }: Place & LineWord,
): Promise<PlanLine> {
  const standing = isUnderRevision(plan) ? ('PROPOSED' as const) : ('PLANNED' as const);
  const line =
    there ??
    Object.assign(new PlanLine(), {
      ...command.newAggregate(command.newTurn()),
      planId: plan.id,
      accountId,
      productId,
      standing,
      ...word,
    });
  if (!there) await command.add(line);
  else if (there.standing !== 'PLANNED' && !(isUnderRevision(plan) && (await wasGivenOut(command, there)))) {
    planLineStandings.mustMove(line, standing);
    await command.save(Object.assign(line, word));
  }
  const said = { ...command.newRow(), planVersionId: draft.id, planLineId: line.id, accountId, productId, ...word };
  await command.add(Object.assign(new PlanLineVersion(), said));
  return Object.assign(new PlanLine(), line, word);
}

/** Whether a line was in a version that was approved. */
const wasGivenOut = ({ manager, tenantId }: Command, { id }: PlanLine): Promise<boolean> =>
  manager
    .createQueryBuilder(PlanLineVersion, 'l')
    .innerJoin(PlanVersion, 'v', 'v.tenant_id = l.tenant_id and v.id = l.plan_version_id')
    .where('l.tenant_id = :tenantId and l.plan_line_id = :id and v.approved_at is not null', { tenantId, id })
    .getExists();

/** What the draft says of a line; null where it is not in it. */
export const saidOf = (command: Command, draft: PlanVersion, line: PlanLine): Promise<PlanLineVersion | null> =>
  command.manager.findOneBy(PlanLineVersion, {
    tenantId: command.tenantId,
    planVersionId: draft.id,
    planLineId: line.id,
  });

/** Whether a line says itself what the draft says of it: it does until the version that counts says something else. */
export const followsDraft = (plan: Plan, line: PlanLine): boolean =>
  line.standing === 'PROPOSED' || !isUnderRevision(plan);
