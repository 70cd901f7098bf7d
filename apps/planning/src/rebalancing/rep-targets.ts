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
  /** What approved rebalancings have added, without what they took off, less what revisions have taken over. */
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
 * The targets of plans by rep, over all their lines, whoever sees them; the largest first. What a rebalancing changed is an overlay, the difference to
 * what the version said then. A revision that takes off, or adds, what the overlay did already takes its place, as far as it goes: nothing counts twice.
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
       select p.id, z.zone, m.now, n.number as now_number, (
         select o.id from plan_version o
         where o.tenant_id = p.tenant_id and o.plan_id = p.id and o.in_force_at is not null order by o.number limit 1
       ) as first
       from plan p
       cross join lateral (select coalesce((select time_zone from tenant where tenant_id = $1 and id = $1), 'UTC') as zone) z
       cross join lateral (select case when $3::date is null then p.current_version_id else ${versionOn('p', '$3::date', 'z.zone')} end as now) m
       left join plan_version n on n.tenant_id = p.tenant_id and n.id = m.now
       where p.tenant_id = $1 and p.id = any($2)
     ), totals as (
       select c.id as plan_id, c.first is not null as begun, l.owner_id,
         coalesce(sum(l.target_minor) filter (where l.plan_version_id = c.first), 0) as original,
         coalesce(sum(l.target_minor) filter (where l.plan_version_id = c.now), 0) as planned
       from counting c join plan_line_version l on l.tenant_id = $1 and l.plan_version_id in (c.first, c.now)
       group by 1, 2, 3
     ), rounds as (
       select r.plan_id, r.id, v.number as since, lead(v.number) over in_order as until, lead(r.id) over in_order is null as is_last
       from counting c join rebalancing r on r.tenant_id = $1 and r.plan_id = c.id and r.status = 'APPROVED'
       join plan_version v on v.tenant_id = r.tenant_id and v.id = r.plan_version_id
       where $3::date is null or (r.decided_at at time zone c.zone)::date <= $3::date
       window in_order as (partition by r.plan_id order by r.id)
     ), counted as (
       select v.plan_id, v.id, v.number from counting c join plan_version v on v.tenant_id = $1 and v.plan_id = c.id
       where v.approved_at is not null and v.number <= c.now_number
         and v.number >= (select min(k.since) from rounds k where k.plan_id = c.id)
     ), revised as (
       select v.plan_id, v.number, b.rep_id, said.planned - lag(said.planned) over (partition by v.plan_id, b.rep_id order by v.number) as by
       from counted v join (select distinct plan_id, rep_id from rebalanced_target where tenant_id = $1 and plan_id = any($2)) b using (plan_id)
       cross join lateral (
         select coalesce(sum(l.target_minor), 0) as planned from plan_line_version l
         where l.tenant_id = $1 and l.plan_version_id = v.id and l.owner_id = b.rep_id
       ) said
     ), approved as (
       select k.plan_id, b.rep_id, k.is_last, b.after_minor - b.planned_minor as overlay, greatest(b.change_minor, 0) as increase,
         coalesce(sum(greatest(v.by, 0)), 0) as added, coalesce(sum(least(v.by, 0)), 0) as taken
       from rounds k join rebalanced_target b on b.tenant_id = $1 and b.rebalancing_id = k.id
       left join revised v on v.plan_id = k.plan_id and v.rep_id = b.rep_id and v.number > k.since and (k.until is null or v.number <= k.until)
       group by k.plan_id, b.rep_id, k.is_last, b.after_minor, b.planned_minor, b.change_minor
     ), overlays as (
       select plan_id, rep_id, sum(increase) - sum(least(greatest(overlay, 0), added)) as increased,
         coalesce(sum(case when overlay < 0 then least(0, overlay - taken) else greatest(0, overlay - added) end)
           filter (where is_last), 0) as overlay
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
