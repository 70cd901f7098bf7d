import { type LocalDate, localDateOf, parseLocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { Account } from '../account/account';
import { classStrategiesOn } from '../rules/class-strategies-on';
import { timeZoneOf } from '../tenant/tenant';
import { AccountTouch } from './account-touch';
import { cadenceOn, ContactCadence } from './contact-cadence';

/** When these accounts are to be met next, by what is in force today, one each in their order; three statements for all of them. */
export async function contactCadencesOf(
  manager: EntityManager,
  tenantId: string,
  accounts: readonly Account[],
  today: LocalDate,
): Promise<ContactCadence[]> {
  const last = await lastTouches(
    manager,
    tenantId,
    accounts.map(({ id }) => id),
    today,
  );
  const strategies = await classStrategiesOn(manager, tenantId, today);
  const timeZone = await timeZoneOf(manager, tenantId);
  return accounts.map((account) => {
    const strategy = account.class === null ? null : strategies.get(account.class);
    const lastTouch = last.get(account.id) ?? null;
    const since = lastTouch ? parseLocalDate(lastTouch.touchedOn) : localDateOf(account.createdAt, timeZone);
    const cadence = cadenceOn(today, strategy?.cadenceDays ?? null, since);
    return Object.assign(new ContactCadence(), { id: account.id, ...cadence, lastTouch });
  });
}

/** The last contact of each account that reached somebody until the end of today, by account: one of a day to come has reached nobody yet. */
async function lastTouches(
  manager: EntityManager,
  tenantId: string,
  accountIds: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, AccountTouch>> {
  const rows = await manager
    .createQueryBuilder(AccountTouch, 'e')
    .distinctOn(['e.account_id'])
    .where(`e.tenant_id = :tenantId and e.account_id = any(:accountIds) and e.outcome <> 'NOT_REACHED'`, {
      ...{ tenantId, accountIds },
    })
    .andWhere('e.touched_on <= :today', { today })
    .orderBy('e.account_id')
    .addOrderBy('e.touched_on', 'DESC')
    .addOrderBy('e.id', 'DESC')
    .getMany();
  return new Map(rows.map((row) => [row.accountId, row]));
}
