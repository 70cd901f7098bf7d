import { uuidv7 } from '@fivepoint/kernel';
import type { Client } from 'pg';

export const accountsOfPlan = 2_000;
export const linesOfPlan = 10_000;

const counts = { reps: 60, teams: 12, products: 40, linesOfAnAccount: linesOfPlan / accountsOfPlan };

/**
 * Writes a plan in force of 2,000 accounts in a hierarchy and 10,000 lines, as its commands would leave it; past them, for they are not what is
 * measured. Returns its id, which is that of its version, too.
 */
export async function plantPlan(client: Client, tenantId: string): Promise<string> {
  const ids = (count: number) => Array.from({ length: count }, () => uuidv7());
  const [planId = ''] = ids(1);
  const [reps, products, accounts] = [ids(counts.reps), ids(counts.products), ids(accountsOfPlan)];
  const teamOf = (index: number) => `team ${index % counts.teams}`;
  const aggregate = 'tenant_id, id, version, created_at, correlation_id, origin';
  const fresh = `$1, n.id, 1, now(), n.id, 'LIVE'`;
  await client.query('begin');
  await client.query(
    `insert into rep (${aggregate}, name, team) select ${fresh}, 'rep', n.team from unnest($2::uuid[], $3::text[]) as n (id, team)`,
    [tenantId, reps, reps.map((_, index) => teamOf(index))],
  );
  await client.query(
    `insert into product (${aggregate}, name) select ${fresh}, 'product' from unnest($2::uuid[]) as n (id)`,
    [tenantId, products],
  );
  await client.query(
    `insert into account (${aggregate}, owner_id, team, name, level, parent_id)
     select ${fresh}, n.owner_id, n.team, 'account', n.level, n.parent_id
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[]) as n (id, owner_id, team, level, parent_id)`,
    [
      tenantId,
      accounts,
      accounts.map((_, index) => reps[index % counts.reps]),
      accounts.map((_, index) => teamOf(index % counts.reps)),
      accounts.map((_, index) => levelOf(index)),
      accounts.map((_, index) => accounts[parentOf(index) ?? -1] ?? null),
    ],
  );
  await client.query(
    `insert into plan (${aggregate}, name, starts_on, ends_on, currency, status, approved_at, current_version_id)
     select ${fresh}, 'a large plan', '2026-01-01', '2026-12-31', 'CNY', 'IN_FORCE', now(), n.id from unnest($2::uuid[]) as n (id)`,
    [tenantId, [planId]],
  );
  await client.query(
    `insert into plan_version (tenant_id, id, plan_id, number, status, created_at, approved_at, in_force_at)
     values ($1, $2, $2, 1, 'IN_FORCE', now(), now(), now())`,
    [tenantId, planId],
  );
  const lines = ids(linesOfPlan);
  const accountOf = (index: number) => Math.floor(index / counts.linesOfAnAccount);
  const values = [
    tenantId,
    lines,
    planId,
    lines.map((_, index) => accounts[accountOf(index)]),
    lines.map((_, index) => products[(accountOf(index) * 7 + index) % counts.products]),
    lines.map((_, index) => reps[accountOf(index) % counts.reps]),
    lines.map((_, index) => teamOf(accountOf(index) % counts.reps)),
    lines.map((_, index) => String(100_000 + ((index * 7_919) % 9_000_000))),
  ];
  const from = `from unnest($2::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[])
    as n (id, account_id, product_id, owner_id, team, target)`;
  await client.query(
    `insert into plan_line (${aggregate}, plan_id, account_id, product_id, owner_id, team, target_minor, target_currency,
       floor_minor, floor_currency)
     select ${fresh}, $3, n.account_id, n.product_id, n.owner_id, n.team, n.target, 'CNY', n.target / 2, 'CNY' ${from}`,
    values,
  );
  await client.query(
    `insert into plan_line_version (tenant_id, id, plan_version_id, plan_line_id, account_id, product_id, owner_id, team,
       target_minor, target_currency, floor_minor, floor_currency, play_ids)
     select $1, n.id, $3, n.id, n.account_id, n.product_id, n.owner_id, n.team, n.target, 'CNY', n.target / 2, 'CNY', '{}' ${from}`,
    values,
  );
  await client.query('commit');
  await client.query('analyze');
  return planId;
}

/** The first 20 are groups, the next 200 provinces of theirs, the next 800 cities of those, the rest units. */
const levelOf = (index: number): string =>
  index < 20 ? 'GROUP' : index < 220 ? 'PROVINCE' : index < 1_020 ? 'CITY' : 'UNIT';

const parentOf = (index: number): number | null => {
  if (index < 20) return null;
  if (index < 220) return (index - 20) % 20;
  return index < 1_020 ? 20 + ((index - 220) % 200) : 220 + ((index - 1_020) % 800);
};
