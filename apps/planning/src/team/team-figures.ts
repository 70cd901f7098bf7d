import type { EntityManager } from 'typeorm';

/** How large a team is, over all its reps and accounts and not only those that somebody may see (P34). */
export interface TeamFigures {
  id: string;
  memberCount: number;
  accountCount: number;
  /** Whom its manager leads directly: its other members, and who leads the teams under it; null where nobody leads it. */
  spanCount: number | null;
}

export async function teamFigures(
  manager: EntityManager,
  tenantId: string,
  teamIds: readonly string[],
): Promise<TeamFigures[]> {
  return manager.query(
    `select t.id,
       (select count(*)::int from rep r where r.tenant_id = t.tenant_id and r.team = t.name) as "memberCount",
       (select count(*)::int from account a where a.tenant_id = t.tenant_id and a.team = t.name) as "accountCount",
       case when t.manager_id is not null then (
         select count(*)::int from (
           select r.id from rep r where r.tenant_id = t.tenant_id and r.team = t.name and r.id <> t.manager_id
           union
           select c.manager_id from team c
           where c.tenant_id = t.tenant_id and c.parent_id = t.id and c.manager_id <> t.manager_id
         ) led
       ) end as "spanCount"
     from team t where t.tenant_id = $1 and t.id = any($2)`,
    [tenantId, [...teamIds]],
  );
}

/** How many accounts each rep owns, of all. */
export async function ownedAccounts(
  manager: EntityManager,
  tenantId: string,
  repIds: readonly string[],
): Promise<Map<string, number>> {
  const rows: { ownerId: string; count: number }[] = await manager.query(
    `select owner_id as "ownerId", count(*)::int as count from account
     where tenant_id = $1 and owner_id = any($2) group by owner_id`,
    [tenantId, [...repIds]],
  );
  return new Map(rows.map(({ ownerId, count }) => [ownerId, count]));
}
