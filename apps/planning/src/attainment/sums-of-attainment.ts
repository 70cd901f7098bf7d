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

/** What accounts of a plan signed and paid beside it: under no line, and for lines of other plans that count it not. */
export interface BesideThePlan {
  booked: string;
  contractCount: number;
  collected: string;
  carriedBooked: string;
  carriedContractCount: number;
  carriedCollected: string;
  /** Of its own lines, but not in its period or currency. */
  leftOutCount: number;
  leftOutPaymentCount: number;
}

const nothingBeside: BesideThePlan = {
  ...{ booked: '0', contractCount: 0, collected: '0' },
  ...{ carriedBooked: '0', carriedContractCount: 0, carriedCollected: '0' },
  ...{ leftOutCount: 0, leftOutPaymentCount: 0 },
};

/** SQL: the line of the sale `s`, and the plan `o` that it is of, if any. */
const ofLine = `
  left join plan_line l on l.tenant_id = $1 and l.id = s.plan_line_id
  left join plan o on o.tenant_id = $1 and o.id = l.plan_id`;

/** SQL: a plan counts what came on a day for a line of its own, in its period and its currency. */
const countedIn = (plan: string, day: string) =>
  `(s.amount_currency = ${plan}.currency and ${day} between ${plan}.starts_on and ${plan}.ends_on)`;

/**
 * What each plan's accounts signed and paid in its period, up to the end of a day and in its currency, and no line counts: under none, or carried over, for
 * the line of another plan, in whose period or currency it is not. And how many contracts and payments of its own lines it leaves out so by then. One
 * statement, over all accounts and lines of the plans, in the order of their ids.
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
       select p.id, sum(s.amount_minor) filter (where o.id is null)::text as booked,
         count(*) filter (where o.id is null)::int as contract_count,
         sum(s.amount_minor) filter (where o.id is not null)::text as carried_booked,
         count(*) filter (where o.id is not null)::int as carried_contract_count
       from p join named a on a.plan_id = p.id join booked_contract s on s.tenant_id = $1 and s.account_id = a.account_id ${ofLine}
       where s.amount_currency = p.currency and ${withinPeriod('s.signed_on')}
         and (o.id is null or not ${countedIn('o', 's.signed_on')})
       group by p.id
     ), collected as (
       select p.id, sum(s.amount_minor) filter (where o.id is null)::text as collected,
         sum(s.amount_minor) filter (where o.id is not null)::text as carried_collected
       from p join named a on a.plan_id = p.id join collected_payment s on s.tenant_id = $1 and s.account_id = a.account_id ${ofLine}
       where s.amount_currency = p.currency and ${withinPeriod('s.received_on')}
         and (o.id is null or not ${countedIn('o', 's.received_on')})
       group by p.id
     ), left_out as (
       select p.id, count(*)::int as left_out_count
       from p join plan_line l on l.tenant_id = $1 and l.plan_id = p.id
       join booked_contract s on s.tenant_id = $1 and s.plan_line_id = l.id
       where s.signed_on <= $3::date and not ${countedIn('p', 's.signed_on')}
       group by p.id
     ), left_out_payment as (
       select p.id, count(*)::int as left_out_payment_count
       from p join plan_line l on l.tenant_id = $1 and l.plan_id = p.id
       join collected_payment s on s.tenant_id = $1 and s.plan_line_id = l.id
       where s.received_on <= $3::date and not ${countedIn('p', 's.received_on')}
       group by p.id
     )
     select p.id, coalesce(b.booked, '0') as booked, coalesce(b.contract_count, 0) as "contractCount",
       coalesce(c.collected, '0') as collected, coalesce(b.carried_booked, '0') as "carriedBooked",
       coalesce(b.carried_contract_count, 0) as "carriedContractCount", coalesce(c.carried_collected, '0') as "carriedCollected",
       coalesce(n.left_out_count, 0) as "leftOutCount", coalesce(m.left_out_payment_count, 0) as "leftOutPaymentCount"
     from p left join booked b using (id) left join collected c using (id)
       left join left_out n using (id) left join left_out_payment m using (id)`,
    [tenantId, planIds, asOf],
  )) as (BesideThePlan & { id: string })[];
  const byPlan = new Map(found.map((one) => [one.id, one]));
  return planIds.map((id) => byPlan.get(id) ?? nothingBeside);
}
