import type { EntityManager } from 'typeorm';
import { AccountAssessment } from './account-assessment';

/** How accounts are assessed as of a day, by account; those of which nothing was known then are left out. One statement. */
export async function latestAssessments(
  manager: EntityManager,
  tenantId: string,
  accountIds: readonly string[],
  asOf?: string | null,
): Promise<ReadonlyMap<string, AccountAssessment>> {
  const rows = await manager
    .createQueryBuilder(AccountAssessment, 'e')
    .distinctOn(['e.account_id'])
    .where('e.tenant_id = :tenantId and e.account_id = any(:accountIds)', { tenantId, accountIds })
    .andWhere('e.assessed_on <= :day', { day: asOf ?? '9999-12-31' })
    .orderBy('e.account_id')
    .addOrderBy('e.assessed_on', 'DESC')
    .getMany();
  return new Map(rows.map((row) => [row.accountId, row]));
}
