import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { AccountKey } from '../account/accounts-in-sight';
import { classStrategiesOn } from '../rules/class-strategies-on';
import { timeZoneOf } from '../tenant/tenant';
import type { ContactCadenceFilter } from './contact-cadence.inputs';

/** The day by which the account `e` is to be met next, in SQL: what `contactCadencesOf` says of it. */
export async function dueKey(
  manager: EntityManager,
  tenantId: string,
  today: LocalDate,
  { isOverdue, leastOverdueDays }: ContactCadenceFilter,
): Promise<AccountKey> {
  const cadences = [...(await classStrategiesOn(manager, tenantId, today))].map(([of, { cadenceDays }]) => [
    of,
    cadenceDays,
  ]);
  const timeZone = await timeZoneOf(manager, tenantId);
  const lastTouch = `select max(t.touched_on) from account_touch t
    where t.tenant_id = e.tenant_id and t.account_id = e.id and t.outcome <> 'NOT_REACHED' and t.touched_on <= cast(:keyToday as date)`;
  const sql = `(coalesce((${lastTouch}), cast(e.created_at at time zone cast(:keyZone as text) as date))
    + cast(cast(:keyCadences as jsonb) ->> e.class as int))`;
  const conditions = [
    ...(isOverdue === true ? [`${sql} < cast(:keyToday as date)`] : []),
    ...(isOverdue === false ? [`coalesce(${sql} >= cast(:keyToday as date), true)`] : []),
    ...(leastOverdueDays == null ? [] : [`${sql} <= cast(:keyToday as date) - cast(:keyOverdue as int)`]),
  ];
  const parameters = {
    ...{ keyToday: today, keyZone: timeZone, keyOverdue: leastOverdueDays ?? 0 },
    keyCadences: JSON.stringify(Object.fromEntries(cadences)),
  };
  return { sql, type: 'date', direction: 'ASC', conditions, parameters };
}
