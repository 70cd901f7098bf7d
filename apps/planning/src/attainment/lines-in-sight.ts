import { type Identity, seesAllIn, seesEveryRow } from '@fivepoint/service';
import { inSight, lineInSight, sightOf } from '../plan-line/line-in-sight';
import { versionOn } from '../plan-version/version-on';
import type { AttainmentBy } from './attainment-by';

const keys: Readonly<Record<AttainmentBy, string>> = {
  LINE: 'l.id::text',
  OWNER: 'l.owner_id::text',
  TEAM: 'l.team',
  PRODUCT: 'l.product_id::text',
  ACCOUNT: 'l.account_id::text',
  MONTH: 'null::text',
};

/** What the statements below take: the tenant $1, the plan $2, the day $3, and what the viewer sees of plans, $4 to $6, and of deals, $7. */
export const sightParameters = (identity: Identity, planId: string, asOf: string): unknown[] => [
  ...[identity.tenantId, planId, asOf],
  ...sightOf(identity),
  seesEveryRow({ identity, seesAll: seesAllIn.deal }),
];

/** SQL: the viewer sees the deal `c`, as in the service that told of it. */
export const dealInSight = inSight('c', ['$7', '$5', '$6']);

/**
 * SQL for the plan `p` and its lines `placed` with the row that each counts in. They are as the version says that counts on the day; a line that is not
 * in it has no target any more, or not yet, and what came of it counts all the same, for whom it was last. Before the plan came in force its first version counts.
 */
export const linesInSight = (by: AttainmentBy): string => `
  p as (
    select p.*, coalesce(t.time_zone, 'UTC') as zone
    from plan p left join tenant t on t.tenant_id = $1 and t.id = $1
    where p.tenant_id = $1 and p.id = $2
  ), counting as (
    select ${versionOn('p', '$3::date', 'p.zone')} as id from p
  ), line as (
    select l.plan_line_id as id, l.account_id, l.product_id, l.owner_id, l.team, l.target_minor, l.floor_minor
    from counting v join plan_line_version l on l.tenant_id = $1 and l.plan_version_id = v.id
    union all
    select l.id, l.account_id, l.product_id, l.owner_id, l.team, null, null
    from plan_line l
    where l.tenant_id = $1 and l.plan_id = $2 and not exists (
      select from counting v join plan_line_version s on s.tenant_id = $1 and s.plan_version_id = v.id
      where s.plan_line_id = l.id)
  ), placed as (
    select l.id, l.target_minor, l.floor_minor, ${keys[by]} as key,
      ${lineInSight('l', 4)}${by === 'ACCOUNT' ? ` and ${lineInSight('a', 4)}` : ''} as seen
    from line l ${by === 'ACCOUNT' ? 'left join account a on a.tenant_id = $1 and a.id = l.account_id' : ''}
  )`;
