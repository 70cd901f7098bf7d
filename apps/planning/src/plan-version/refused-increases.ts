import type { LocalDate } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { hasBegun } from '../plan/plan-gates';
import { lineInSight, sightOf } from '../plan-line/line-in-sight';
import { rebalancingTermsOn } from '../rebalancing/rebalancing-rule';
import { repTargetsOf } from '../rebalancing/rep-targets';
import { increasesBeyondCap, type RepTotal } from './increase-cap';
import type { PlanVersion } from './plan-version';
import { IncreaseBeyondCap, RepIncrease } from './plan-version.errors';

/** Who approves what raises a rep's total beyond the cap. */
const approvers = ['EXECUTIVE', 'ADMIN'] as const;

/**
 * Why a revision is not approved like this (rule 5): within the period a manager may raise a rep's total by the cap only, and who may raise it by more
 * says why. Null when nothing speaks against it; before the period has begun nothing has been promised yet.
 */
export async function refusedIncreases(
  command: Command,
  plan: Plan,
  revision: PlanVersion,
  { role, reason, today }: { role: string; reason: string | null | undefined; today: LocalDate },
): Promise<IncreaseBeyondCap | InvalidInput | null> {
  const totals = await repTotals(command, plan, revision, hasBegun(plan.startsOn, today));
  const { increaseCapBasisPoints } = await rebalancingTermsOn(command, today);
  const beyond = increasesBeyondCap(totals, increaseCapBasisPoints);
  if (beyond.length === 0) return null;
  const seen = beyond.filter((one) => one.seen).map((one) => RepIncrease.of(one, plan.currency));
  const refusal = new IncreaseBeyondCap(approvers, seen, beyond.length - seen.length);
  if (!approvers.some((one) => one === role)) return refusal;
  return reason ? null : new InvalidInput([new InputProblem('reason', `must be given: ${refusal.message}`)]);
}

/**
 * Each rep's total, and whether the viewer may see every line of it, in the first version that was in force, in the one that counts and in the
 * revision, the last two with what rebalancings have added and the revision does not take over: the cap is one for both ways, and cumulative. A plan whose period has begun and that nobody
 * has started has promised what counts; before, there are no totals.
 */
async function repTotals(
  { manager, tenantId, identity }: Command,
  { id: planId, currentVersionId }: Plan,
  revision: PlanVersion,
  begun: boolean,
): Promise<(RepTotal & { seen: boolean })[]> {
  const rows: (Record<'ownerId' | 'original' | 'before' | 'after', string> & { seen: boolean })[] = await manager.query(
    `with original as (
       select id from plan_version where tenant_id = $1 and plan_id = $2 and (in_force_at is not null or ($5 and id = $3))
       order by in_force_at is null, number limit 1
     )
     select l.owner_id as "ownerId", bool_and(${lineInSight('l', 6)}) as seen,
       coalesce(sum(l.target_minor) filter (where l.plan_version_id = original.id), 0)::text as original,
       coalesce(sum(l.target_minor) filter (where l.plan_version_id = $3), 0)::text as before,
       coalesce(sum(l.target_minor) filter (where l.plan_version_id = $4), 0)::text as after
     from original join plan_line_version l on l.tenant_id = $1 and l.plan_version_id in (original.id, $3, $4)
     group by l.owner_id order by l.owner_id`,
    [tenantId, planId, currentVersionId, revision.id, begun, ...sightOf(identity)],
  );
  const reps = await repTargetsOf(manager, tenantId, [planId]);
  const rebalanced = new Map(reps.map((rep) => [rep.repId, rep]));
  return rows.map(({ ownerId, seen, original, before, after }) => {
    const { increased, planned, rebalanced: target } = rebalanced.get(ownerId) ?? nothing;
    const takenOver = least(atLeastZero(target - planned), atLeastZero(BigInt(after) - BigInt(before)));
    return {
      ownerId,
      seen,
      original: BigInt(original),
      before: BigInt(before) + increased,
      after: BigInt(after) + increased - takenOver,
    };
  });
}

const nothing = { increased: 0n, planned: 0n, rebalanced: 0n };

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

const atLeastZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);
