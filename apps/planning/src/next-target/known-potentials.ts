import { addDays, addMonths, daysBetween, type LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../plan/plan';
import {
  type AccountPotential,
  type DraftedTarget,
  proposeTargets,
  type Sale,
  type TargetProposal,
} from './propose-targets';

interface Assessed {
  accountId: string;
  attainable: string | null;
  currency: string | null;
  horizonMonths: number | null;
  drivers: { productId: string | null; amount: string }[];
}

/**
 * The proposals for the draft of a plan, over all accounts of its team, or of the whole company where it has none, whoever sees them: else the parts
 * of a fixed target would differ from one reader to the next.
 */
export async function proposalsFor(
  manager: EntityManager,
  tenantId: string,
  plan: Plan,
  today: LocalDate,
): Promise<TargetProposal[]> {
  const [startsOn, endsOn] = [plan.startsOn as LocalDate, plan.endsOn as LocalDate];
  const periodDays = daysBetween(startsOn, endsOn) + 1;
  const assessed = await assessedAccounts(manager, tenantId, plan, today);
  const accounts = assessed.map(({ accountId, attainable, currency, horizonMonths, drivers }): AccountPotential => ({
    accountId,
    attainable: attainable === null || currency !== plan.currency ? null : BigInt(attainable),
    drivers: drivers.map(({ productId, amount }) => ({ productId, amount: BigInt(amount) })),
    horizonDays: daysBetween(startsOn, addMonths(startsOn, horizonMonths ?? 12)),
  }));
  const sums = (rows: { accountId: string; productId: string; minor: string }[]) =>
    rows.map(({ accountId, productId, minor }) => ({ accountId, productId, minor: BigInt(minor) }));
  const drafted = sums(
    await manager.query(
      `select account_id as "accountId", product_id as "productId", target_minor::text as minor
       from plan_line_version where tenant_id = $1 and plan_version_id = $2`,
      [tenantId, plan.openVersionId],
    ),
  ).map(({ minor, ...place }): DraftedTarget => ({ ...place, target: minor }));
  const sales = sums(
    await manager.query(
      `select account_id as "accountId", product_id as "productId", sum(amount_minor)::text as minor
       from booked_contract
       where tenant_id = $1 and product_id is not null and account_id = any($2) and amount_currency = $3
         and signed_on between $4 and $5
       group by 1, 2`,
      [
        tenantId,
        assessed.map(({ accountId }) => accountId),
        plan.currency,
        addDays(startsOn, -periodDays),
        addDays(startsOn, -1),
      ],
    ),
  ).map(({ minor, ...place }): Sale => ({ ...place, amount: minor }));
  const fixed: { productId: string; minor: string }[] = await manager.query(
    `select product_id as "productId", target_minor::text as minor
     from plan_product_target where tenant_id = $1 and plan_version_id = $2`,
    [tenantId, plan.openVersionId],
  );
  const targets = new Map(fixed.map(({ productId, minor }) => [productId, BigInt(minor)]));
  return proposeTargets(accounts, drafted, sales, targets, periodDays);
}

/** The accounts in question, each with its assessment as of today: those of the plan's team, and those that have a line in the draft. */
function assessedAccounts(
  manager: EntityManager,
  tenantId: string,
  { team, openVersionId }: Plan,
  today: LocalDate,
): Promise<Assessed[]> {
  return manager.query(
    `select c.id as "accountId", a.attainable_minor::text as attainable, trim(a.currency) as currency,
       a.horizon_months as "horizonMonths", coalesce((
         select jsonb_agg(jsonb_build_object('productId', m.product_id, 'amount', d->>'amount'))
         from jsonb_array_elements(a.drivers) d
         left join driver_measure m on m.tenant_id = $1 and m.id = (d->>'measureId')::uuid
       ), '[]') as drivers
     from account c
     left join lateral (
       select * from account_assessment s
       where s.tenant_id = $1 and s.account_id = c.id and s.assessed_on <= $2 order by s.assessed_on desc limit 1
     ) a on true
     where c.tenant_id = $1 and ($3::text is null or c.team = $3 or exists (
       select from plan_line_version l where l.tenant_id = $1 and l.plan_version_id = $4 and l.account_id = c.id))
     order by c.id`,
    [tenantId, today, team, openVersionId],
  );
}
