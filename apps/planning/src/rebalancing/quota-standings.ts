import type { EntityManager } from 'typeorm';
import { withinPeriod } from '../attainment/within-period';
import { repTargetsOf } from './rep-targets';

/** How one rep stands to the target in a version of a plan; in minor units of the plan's currency. */
export interface QuotaStanding {
  versionId: string;
  repId: string;
  team: string;
  target: bigint;
  booked: bigint;
}

interface Row extends Omit<QuotaStanding, 'target' | 'booked'> {
  /** Of the version that counts; null for another. */
  planId: string | null;
  target: string;
  booked: string;
}

/**
 * How the reps who have a target in versions of plans stand to it at the end of a day, the largest target first; one row per rep and version. What is said
 * of a line goes by the version, of a line that it does not have by whom it was last, as in attainment. The version that counts has the rebalanced targets.
 */
export async function quotaStandings(
  manager: EntityManager,
  tenantId: string,
  versionIds: readonly string[],
  asOf: string,
): Promise<QuotaStanding[]> {
  const rows: Row[] = await manager.query(
    `with asked as (
       select l.plan_version_id as id, l.owner_id, sum(l.target_minor) as target from plan_line_version l
       where l.tenant_id = $1 and l.plan_version_id = any($2) group by 1, 2 having sum(l.target_minor) > 0
     ), sold as (
       select v.id, coalesce(w.owner_id, l.owner_id) as owner_id, sum(b.amount_minor) as booked
       from plan_version v join plan p on p.tenant_id = $1 and p.id = v.plan_id
       join plan_line l on l.tenant_id = $1 and l.plan_id = p.id
       join booked_contract b on b.tenant_id = $1 and b.plan_line_id = l.id
       left join plan_line_version w on w.tenant_id = $1 and w.plan_version_id = v.id and w.plan_line_id = l.id
       where v.tenant_id = $1 and v.id = any($2) and b.amount_currency = p.currency and ${withinPeriod('b.signed_on')}
       group by 1, 2
     )
     select a.id as "versionId", p.id as "planId", a.owner_id as "repId", coalesce(r.team, '') as team,
       a.target::text, coalesce(s.booked, 0)::text as booked
     from asked a left join sold s on s.id = a.id and s.owner_id = a.owner_id
     left join plan p on p.tenant_id = $1 and p.current_version_id = a.id
     left join rep r on r.tenant_id = $1 and r.id = a.owner_id`,
    [tenantId, versionIds, asOf],
  );
  const counting = [...new Set(rows.flatMap(({ planId }) => planId ?? []))];
  const rebalanced = new Map(
    (await repTargetsOf(manager, tenantId, counting)).map((rep) => [`${rep.planId} ${rep.repId}`, rep.rebalanced]),
  );
  return rows
    .map(({ planId, target, booked, ...rep }) => ({
      ...rep,
      target: rebalanced.get(`${planId} ${rep.repId}`) ?? BigInt(target),
      booked: BigInt(booked),
    }))
    .sort((a, b) => (a.target === b.target ? (a.repId < b.repId ? -1 : 1) : a.target > b.target ? -1 : 1));
}
