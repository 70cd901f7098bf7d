import type { LocalDate } from '@fivepoint/kernel';
import { type Command, eachOneAtATime } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { inSight, lineInSight, sightOf } from '../plan-line/line-in-sight';
import type { PlanVersion } from './plan-version';

interface Row {
  lineId: string;
  account: string;
  product: string;
  plan: string;
  startsOn: string;
  endsOn: string;
  lineSeen: boolean;
  planSeen: boolean;
}

/**
 * From here to the end of the transaction nobody else approves a line for the accounts of a version: of two plans that name the same, the second finds
 * what the first has given out. Accounts take turns by the last two digits of their ids, for PostgreSQL has no room for a lock per line of a large plan.
 */
export async function holdAccounts(command: Command, { id: versionId }: PlanVersion): Promise<void> {
  const { manager, tenantId } = command;
  const parts: { digits: string }[] = await manager.query(
    'select distinct right(account_id::text, 2) as digits from plan_line_version where tenant_id = $1 and plan_version_id = $2',
    [tenantId, versionId],
  );
  await eachOneAtATime(
    command,
    parts.map(({ digits }) => ['accounts of approved lines', digits]),
  );
}

/**
 * What is missing where a version names an account and a product that another plan, which counts and has a day of its period in common, has given out
 * (P05): it would have two accountable owners, and the cap of rule 5 a way around it. Lines that the viewer may not see are only counted, and a plan that
 * the viewer may not see is not named. Asked for an approval, it goes with `holdAccounts`.
 */
export async function missingForDoubledLines(
  { manager, tenantId, identity }: Command,
  { id: planId, startsOn, endsOn }: Plan,
  { id: versionId }: PlanVersion,
  today: LocalDate,
): Promise<string[]> {
  const rows: Row[] = await manager.query(
    `select l.id as "lineId", a.name as account, p.name as product, o.name as plan, o.starts_on::text as "startsOn",
       o.ends_on::text as "endsOn", ${lineInSight('l', 6)} and ${lineInSight('a', 6)} as "lineSeen",
       ${inSight('o', ['$6', '$7', '$8'])} as "planSeen"
     from plan_line_version l
     join plan_line t on t.tenant_id = l.tenant_id and t.account_id = l.account_id and t.product_id = l.product_id
       and t.standing = 'PLANNED' and t.plan_id <> $3
     join plan o on o.tenant_id = t.tenant_id and o.id = t.plan_id and o.status in ('APPROVED', 'IN_FORCE')
       and o.starts_on <= $5 and o.ends_on >= $4
     join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
     join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
     where l.tenant_id = $1 and l.plan_version_id = $2
     order by a.name collate "zh-x-icu", p.name collate "zh-x-icu", t.id`,
    [tenantId, versionId, planId, startsOn, endsOn, ...sightOf(identity)],
  );
  const missing = rows.filter(({ lineSeen }) => lineSeen).map((row) => doubledLine(row, today));
  const unseenCount = new Set(rows.filter(({ lineSeen }) => !lineSeen).map(({ lineId }) => lineId)).size;
  if (unseenCount > 0)
    missing.push(
      `one plan for each account and product, also of lines that you may not see; of these, ${unseenCount} are in others, too`,
    );
  return missing;
}

/** Which plan has the account and the product, and what would be right, in words; pure. */
export function doubledLine(
  { account, product, plan, startsOn, endsOn, planSeen }: Omit<Row, 'lineId' | 'lineSeen'>,
  today: LocalDate,
): string {
  const wanted = `one plan for ${product} at ${account}`;
  if (!planSeen)
    return `${wanted}; one that you may not see has it within this period: leave the line out, or have that plan revised`;
  const instead = endsOn < today ? 'close that plan, which is over' : 'revise that plan';
  return `${wanted}; the plan "${plan}" from ${startsOn} to ${endsOn} has it: ${instead}, or leave the line out`;
}
