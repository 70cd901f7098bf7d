import type { EntityManager } from 'typeorm';
import { versionOn } from '../plan-version/version-on';

/** The targets of one rep in a plan, in minor units of its currency. */
export interface RepTargets {
  planId: string;
  repId: string;
  team: string;
  /** In the first version in force; null while the plan was never in force. */
  original: bigint | null;
  /** In the version that counts. */
  planned: bigint;
  /** With what the last approved rebalancing changed; never below zero, and nothing for who has no lines any more. */
  rebalanced: bigint;
  /** What approved rebalancings have added, without what they took off. */
  increased: bigint;
}

interface Row {
  planId: string;
  repId: string;
  team: string;
  begun: boolean;
  original: string;
  planned: string;
  rebalanced: string;
  increased: string;
}

/**
 * The targets of plans by rep, over all their lines, whoever sees them; the largest first. What a rebalancing changed stays when a revision
 * changes the rep's lines: the overlay is the difference to what the version said then.
 * @param asOf as they counted at the end of a day; now where none is given
 */
export async function repTargetsOf(
  manager: EntityManager,
  tenantId: string,
  planIds: readonly string[],
  asOf: string | null = null,
): Promise<RepTargets[]> {
  const rows: Row[] = await manager.query(
    `with counting as (
       select p.id, z.zone, case when $3::date is null then p.current_version_id else ${versionOn('p', '$3::date', 'z.zone')} end as now, (
         select o.id from plan_version o
         where o.tenant_id = p.tenant_id and o.plan_id = p.id and o.in_force_at is not null order by o.number limit 1
       ) as first
       from plan p
       cross join lateral (select coalesce((select time_zone from tenant where tenant_id = $1 and id = $1), 'UTC') as zone) z
       where p.tenant_id = $1 and p.id = any($2)
     ), totals as (
       select c.id as plan_id, c.first is not null as begun, l.owner_id,
         coalesce(sum(l.target_minor) filter (where l.plan_version_id = c.first), 0) as original,
         coalesce(sum(l.target_minor) filter (where l.plan_version_id = c.now), 0) as planned
       from counting c join plan_line_version l on l.tenant_id = $1 and l.plan_version_id in (c.first, c.now)
       group by 1, 2, 3
     ), approved as (
       select b.plan_id, b.rep_id, b.rebalancing_id, b.after_minor - b.planned_minor as overlay,
         greatest(b.change_minor, 0) as increase,
         max(b.rebalancing_id::text) over (partition by b.plan_id) = b.rebalancing_id::text as is_last
       from rebalanced_target b
       join rebalancing r on r.tenant_id = b.tenant_id and r.id = b.rebalancing_id and r.status = 'APPROVED'
       join counting c on c.id = b.plan_id
       where b.tenant_id = $1 and b.plan_id = any($2) and ($3::date is null or (r.decided_at at time zone c.zone)::date <= $3::date)
     ), overlays as (
       select plan_id, rep_id, sum(increase) as increased, coalesce(sum(overlay) filter (where is_last), 0) as overlay
       from approved group by 1, 2
     )
     select t.plan_id as "planId", t.owner_id as "repId", coalesce(p.team, '') as team, t.begun, t.original::text, t.planned::text,
       (case when t.planned = 0 then 0 else greatest(0, t.planned + coalesce(o.overlay, 0)) end)::text as rebalanced,
       coalesce(o.increased, 0)::text as increased
     from totals t
     left join overlays o on o.plan_id = t.plan_id and o.rep_id = t.owner_id
     left join rep p on p.tenant_id = $1 and p.id = t.owner_id
     order by t.planned desc, t.owner_id`,
    [tenantId, planIds, asOf],
  );
  return rows.map(({ planId, repId, team, begun, ...minor }) => ({
    planId,
    repId,
    team,
    original: begun ? BigInt(minor.original) : null,
    planned: BigInt(minor.planned),
    rebalanced: BigInt(minor.rebalanced),
    increased: BigInt(minor.increased),
  }));
}

/**
 * What each rep has booked in the period up to a day on the lines of a plan, in its currency; who has nothing is not in it. A line counts for who has it
 * now, and one that was withdrawn for whom it was last, as in attainment and coverage.
 */
export async function bookedByRep(
  manager: EntityManager,
  tenantId: string,
  { id, startsOn, currency }: { id: string; startsOn: string; currency: string },
  asOf: string,
): Promise<Map<string, bigint>> {
  const rows: { repId: string; minor: string }[] = await manager.query(
    `select l.owner_id as "repId", sum(b.amount_minor)::text as minor
     from plan_line l join booked_contract b on b.tenant_id = l.tenant_id and b.plan_line_id = l.id
     where l.tenant_id = $1 and l.plan_id = $2
       and b.amount_currency = $3 and b.signed_on between $4 and $5
     group by l.owner_id`,
    [tenantId, id, currency, startsOn, asOf],
  );
  return new Map(rows.map(({ repId, minor }) => [repId, BigInt(minor)]));
}
