import { uuidv7 } from '@fivepoint/kernel';
import type { Client } from 'pg';
import { linesOfPlan } from '../roll-ups/plant-plan';

const perLine = { contracts: 2, payments: 2, deals: 1 };

export const contractsOfPlan = linesOfPlan * perLine.contracts;

/**
 * What came of each line of a large plan, as events and commands would leave it: two contracts of the first months with two payments each, an open deal,
 * and how it pays.
 */
export async function plantSales(client: Client, tenantId: string, planId: string): Promise<void> {
  const ids = (count: number) => Array.from({ length: count }, () => uuidv7());
  // Ids in the order of the lines, so that each line has its own.
  const withIds = (perOne: number) => `line as (
    select l.*, n.place, n.id as fresh from (
      select *, row_number() over (order by id) as number from plan_line where tenant_id = $1 and plan_id = $2
    ) l join (
      select (ordinality - 1) / ${perOne} + 1 as number, (ordinality - 1) % ${perOne} as place, id
      from unnest($3::uuid[]) with ordinality as n (id, ordinality)
    ) n on n.number = l.number)`;
  await client.query('begin');
  await client.query(
    `with ${withIds(perLine.contracts)}
     insert into booked_contract (tenant_id, id, plan_line_id, account_id, product_id, owner_id, team, kind, amount_minor, amount_currency, signed_on)
     select tenant_id, fresh, id, account_id, product_id, owner_id, team, 'NEW', target_minor / 4, 'CNY',
       date '2026-01-01' + ((number * 7 + place * 31) % 120)::int
     from line`,
    [tenantId, planId, ids(contractsOfPlan)],
  );
  await client.query(
    `insert into collected_payment (tenant_id, id, contract_id, account_id, plan_line_id, amount_minor, amount_currency, received_on)
     select b.tenant_id, n.id, b.id, b.account_id, b.plan_line_id, b.amount_minor / 5, 'CNY', b.signed_on + ((n.ordinality - 1) % 2)::int
     from (
       select *, row_number() over (order by id) as number from booked_contract
       where tenant_id = $1 and plan_line_id in (select id from plan_line where tenant_id = $1 and plan_id = $2)
     ) b join unnest($3::uuid[]) with ordinality as n (id, ordinality) on (n.ordinality - 1) / ${perLine.payments} + 1 = b.number`,
    [tenantId, planId, ids(contractsOfPlan * perLine.payments)],
  );
  await client.query(
    `with ${withIds(perLine.deals)}
     insert into pipeline_case (tenant_id, id, correlation_id, origin, deal_id, account_id, plan_line_id, product_id, owner_id, team, purchase_pattern,
       first_stage, stage, stages, ends_only, outcome, began_on, opened_on, expected_close_on, amount_minor, amount_currency)
     select tenant_id, fresh, fresh, 'LIVE', fresh, account_id, id, product_id, owner_id, team, 'PROJECT',
       'VERIFY', 'BID', '[]', false, 'OPEN', '2026-01-01', '2026-01-01', '2026-12-30', target_minor / 3, 'CNY'
     from line`,
    [tenantId, planId, ids(linesOfPlan * perLine.deals)],
  );
  await client.query(
    `with ${withIds(1)}
     insert into line_outlook (tenant_id, id, version, created_at, correlation_id, origin, plan_line_id, probability_basis_points, closes_on,
       slip_basis_points, payments)
     select tenant_id, fresh, 1, now(), fresh, 'LIVE', id, 5000, '2026-12-30', '{10000}',
       '[{"basisPoints": 3000, "lagMonths": 0}, {"basisPoints": 7000, "lagMonths": 3}]'
     from line`,
    [tenantId, planId, ids(linesOfPlan)],
  );
  await client.query('commit');
  await client.query('analyze');
}
