import type { EntityManager } from 'typeorm';
import { withinPeriod } from '../attainment/within-period';

/** What a rep was to bring with a line of a plan, and brought; in minor units of the plan's currency. */
export interface CreditedLine {
  planId: string;
  repId: string;
  /** The rep's; null for one whom nobody has registered. */
  team: string | null;
  planLineId: string;
  target: string;
  booked: string;
  collected: string;
}

/**
 * Whose was what of plans, up to the end of a day, line by line; one statement. The target is the original one: that of the rep's lines in the first version
 * that was in force, whatever came after (rules §5); of who was in none of it, that of the first one in force by the day in which the rep has lines, for
 * who takes a line over is paid for what it brings. A contract and its cash are credited to the rep who answered for it when it was signed, whosever
 * the line is by now; where nobody knows who that was, to the line's owner. Nothing for a plan that never was in force.
 */
export function creditedLines(
  manager: EntityManager,
  tenantId: string,
  planIds: readonly string[],
  asOf: string,
  repId: string | null = null,
): Promise<CreditedLine[]> {
  return manager.query(
    `with p as (
       select p.*, coalesce(t.time_zone, 'UTC') as zone
       from plan p left join tenant t on t.tenant_id = $1 and t.id = $1
       where p.tenant_id = $1 and p.id = any($2)
     ), in_force as (
       select p.id as plan_id, v.id, v.number,
         v.number = min(v.number) over (partition by p.id) or (v.in_force_at at time zone p.zone)::date <= $3::date as begun
       from p join plan_version v on v.tenant_id = $1 and v.plan_id = p.id
       where v.in_force_at is not null
     ), original as (
       select distinct on (v.plan_id, l.owner_id) v.plan_id, l.owner_id, v.id
       from in_force v join plan_line_version l on l.tenant_id = $1 and l.plan_version_id = v.id
       where v.begun order by v.plan_id, l.owner_id, v.number
     ), credit as (
       select o.plan_id, l.owner_id as rep_id, l.plan_line_id, l.target_minor as target, 0::bigint as booked, 0::bigint as collected
       from original o join plan_line_version l on l.tenant_id = $1 and l.plan_version_id = o.id and l.owner_id = o.owner_id
       union all
       select p.id, coalesce(b.owner_id, l.owner_id), l.id, 0, b.amount_minor, 0
       from p join plan_line l on l.tenant_id = $1 and l.plan_id = p.id
       join booked_contract b on b.tenant_id = $1 and b.plan_line_id = l.id
       where b.amount_currency = p.currency and ${withinPeriod('b.signed_on')}
       union all
       select p.id, coalesce(b.owner_id, l.owner_id), l.id, 0, 0, c.amount_minor
       from p join plan_line l on l.tenant_id = $1 and l.plan_id = p.id
       join collected_payment c on c.tenant_id = $1 and c.plan_line_id = l.id
       left join booked_contract b on b.tenant_id = $1 and b.id = c.contract_id
       where c.amount_currency = p.currency and ${withinPeriod('c.received_on')}
     ), summed as (
       select plan_id, rep_id, plan_line_id, sum(target) as target, sum(booked) as booked, sum(collected) as collected
       from credit where plan_id in (select plan_id from in_force) and ($4::uuid is null or rep_id = $4) group by 1, 2, 3
     )
     select s.plan_id as "planId", s.rep_id as "repId", r.team, s.plan_line_id as "planLineId", s.target::text as target,
       s.booked::text as booked, s.collected::text as collected
     from summed s left join rep r on r.tenant_id = $1 and r.id = s.rep_id
     order by s.target desc, s.plan_line_id`,
    [tenantId, planIds, asOf, repId],
  );
}
