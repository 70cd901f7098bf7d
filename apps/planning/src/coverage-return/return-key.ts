import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { AccountKey } from '../account/accounts-in-sight';
import { classStrategiesOn } from '../rules/class-strategies-on';
import type { CoverageReturnFilter } from './coverage-return.inputs';
import { coverageRulesOn } from './coverage-rules-on';

/**
 * The return of the account `e`, in SQL: what `coverageReturnsOf` says of it, times 10^60 and cut. Two returns that differ do so by more than 10^-42 (a cost
 * is below 10^21), so that none is taken for another, and equal ones are equal however they came about.
 */
export async function returnKey(
  manager: EntityManager,
  tenantId: string,
  today: LocalDate,
  { isKnown }: CoverageReturnFilter,
): Promise<AccountKey> {
  const efforts = [...(await classStrategiesOn(manager, tenantId, today))].map(([of, { effortHours }]) => [
    of,
    effortHours,
  ]);
  const rules = [...(await coverageRulesOn(manager, tenantId, today))].map(([currency, rule]) => ({
    ...{ currency, margin: rule.marginBasisPoints, cost: rule.hourCost.minor.toString() },
  }));
  const effort = 'coalesce(e.effort_hours, cast(cast(:keyEfforts as jsonb) ->> e.class as int))';
  const sql = `(select div(cast(a.attainable_minor as numeric) * r.margin * 1e60,
      nullif(cast(10000 as numeric) * ${effort} * a.horizon_months * r.cost, 0))
    from (select * from account_assessment s where s.tenant_id = e.tenant_id and s.account_id = e.id
          order by s.assessed_on desc limit 1) a
    join jsonb_to_recordset(cast(:keyRules as jsonb)) as r (currency text, margin numeric, cost numeric) on r.currency = a.currency)`;
  const parameters = { keyEfforts: JSON.stringify(Object.fromEntries(efforts)), keyRules: JSON.stringify(rules) };
  const conditions = isKnown == null ? [] : [`${sql} is ${isKnown ? 'not null' : 'null'}`];
  return { sql, type: 'numeric', direction: 'DESC', conditions, parameters };
}
