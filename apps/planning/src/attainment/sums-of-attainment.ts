import type { Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import type { AttainmentBy } from './attainment-by';
import { dealInSight, linesInSight, sightParameters } from './lines-in-sight';
import { withinPeriod } from './within-period';

/** What some lines were to bring and brought, in minor units of the plan's currency. */
export interface SumOfAttainment {
  /** The id of what they have in common, the name of their team, the month as 2026-06; null of a target by month, and where the viewer may not see it. */
  key: string | null;
  seen: boolean;
  target: string;
  floor: string;
  lineCount: number;
  booked: string;
  contractCount: number;
  collected: string;
}

const month = (day: string) => `to_char(${day}, 'YYYY-MM')`;

/**
 * What a plan attained up to the end of a day, the largest target first; one statement, in which each target, contract and payment counts in one row.
 * Contracts count by the day of signing and cash by that of receipt, within the plan's period and in its currency.
 */
export function sumsOfAttainment(
  manager: EntityManager,
  identity: Identity,
  planId: string,
  asOf: string,
  by: AttainmentBy,
): Promise<SumOfAttainment[]> {
  const keyOn = (day: string) => (by === 'MONTH' ? month(day) : 'l.key');
  return manager.query(
    `with ${linesInSight(by)}, piece as (
       select key, seen, target_minor as target, floor_minor as floor, 1 as lines,
         0::bigint as booked, 0 as contracts, 0::bigint as collected
       from placed where target_minor is not null
       union all
       select ${keyOn('b.signed_on')}, l.seen, 0, 0, 0, b.amount_minor, 1, 0
       from p join placed l on true
       join booked_contract b on b.tenant_id = $1 and b.plan_line_id = l.id
       where b.amount_currency = p.currency and ${withinPeriod('b.signed_on')}
       union all
       select ${keyOn('c.received_on')}, l.seen, 0, 0, 0, 0, 0, c.amount_minor
       from p join placed l on true
       join collected_payment c on c.tenant_id = $1 and c.plan_line_id = l.id
       where c.amount_currency = p.currency and ${withinPeriod('c.received_on')}
       union all
       -- A row for what only its open deals in sight speak of: of a line without a target.
       select l.key, l.seen, 0, 0, 0, 0, 0, 0
       from placed l join pipeline_case c on c.tenant_id = $1 and c.plan_line_id = l.id
       where c.outcome = 'OPEN' and c.deal_id is not null and l.target_minor is null and ${dealInSight}
     )
     select case when seen then key end as key, seen, sum(target)::text as target, sum(floor)::text as floor,
       sum(lines)::int as "lineCount", sum(booked)::text as booked, sum(contracts)::int as "contractCount",
       sum(collected)::text as collected
     from piece
     group by 1, 2 order by sum(target) desc, 1`,
    sightParameters(identity, planId, asOf),
  );
}

/** What accounts of a plan signed and paid beside it, and what counts nowhere. */
export interface BesideThePlan {
  booked: string;
  contractCount: number;
  collected: string;
  leftOutCount: number;
}

/**
 * What each plan's accounts signed and paid in its period, up to the end of a day and in its currency, under no plan line; and how many contracts of its
 * lines that were signed by then count nowhere. One statement, over all accounts and lines of the plans, in the order of their ids.
 */
export async function besideThePlans(
  manager: EntityManager,
  tenantId: string,
  planIds: readonly string[],
  asOf: string,
): Promise<BesideThePlan[]> {
  const found = (await manager.query(
    `with p as (select * from plan where tenant_id = $1 and id = any($2)),
     named as (
       select distinct plan_id, account_id from plan_line
       where tenant_id = $1 and plan_id = any($2) and standing <> 'PROPOSED'
     ),
     booked as (
       select p.id, sum(b.amount_minor)::text as booked, count(*)::int as contract_count
       from p join named a on a.plan_id = p.id join booked_contract b on b.tenant_id = $1 and b.account_id = a.account_id
       where b.plan_line_id is null and b.amount_currency = p.currency and ${withinPeriod('b.signed_on')}
       group by p.id
     ), collected as (
       select p.id, sum(c.amount_minor)::text as collected
       from p join named a on a.plan_id = p.id join collected_payment c on c.tenant_id = $1 and c.account_id = a.account_id
       where c.plan_line_id is null and c.amount_currency = p.currency and ${withinPeriod('c.received_on')}
       group by p.id
     ), left_out as (
       select p.id, count(*)::int as left_out_count
       from p join plan_line l on l.tenant_id = $1 and l.plan_id = p.id
       join booked_contract b on b.tenant_id = $1 and b.plan_line_id = l.id
       where b.signed_on <= $3::date and not (b.amount_currency = p.currency and ${withinPeriod('b.signed_on')})
       group by p.id
     )
     select p.id, coalesce(b.booked, '0') as booked, coalesce(b.contract_count, 0) as "contractCount",
       coalesce(c.collected, '0') as collected, coalesce(o.left_out_count, 0) as "leftOutCount"
     from p left join booked b using (id) left join collected c using (id) left join left_out o using (id)`,
    [tenantId, planIds, asOf],
  )) as (BesideThePlan & { id: string })[];
  const byPlan = new Map(found.map((one) => [one.id, one]));
  return planIds.map((id) => byPlan.get(id) ?? { booked: '0', contractCount: 0, collected: '0', leftOutCount: 0 });
}
