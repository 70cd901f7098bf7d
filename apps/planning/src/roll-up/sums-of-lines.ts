import type { Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { lineInSight, sightOf } from '../plan-line/line-in-sight';
import { levelOf } from './roll-up';
import type { RollUpBy } from './roll-up-by';

/** A row of a roll-up: sums in minor units. */
export interface SumOfLines {
  key: string | null;
  /** False: of lines that the viewer may not see, or whose account the viewer may not see where accounts are added up. */
  seen: boolean;
  target: string;
  floor: string;
  stretch: string;
  lineCount: number;
}

const columns = { PRODUCT: 'product_id', TEAM: 'team', OWNER: 'owner_id', ACCOUNT: 'account_id' } as const;

/**
 * What the lines of a version add up to by what they have in common, the largest target first; one statement, in which every line counts in one row.
 * Of accounts of a level the highest counts that a line's account is or stands beneath, so that a group's sum includes its provinces, cities and units.
 */
export function sumsOfLines(
  manager: EntityManager,
  identity: Identity,
  versionId: string,
  by: RollUpBy,
): Promise<SumOfLines[]> {
  const level = levelOf(by);
  const column = by in columns ? columns[by as keyof typeof columns] : 'account_id';
  const ofAccounts = column === 'account_id';
  const place = level ? 'top.id' : `l.${column}`;
  return manager.query(
    `${level ? `with recursive ${topAccounts}` : ''}
     select case when seen then key end as key, seen, count(*)::int as "lineCount", sum(target_minor)::text as target,
       sum(floor_minor)::text as floor, sum(coalesce(stretch_minor, target_minor))::text as stretch
     from (
       select ${place}::text as key, l.target_minor, l.floor_minor, l.stretch_minor,
         ${lineInSight('l', 3)}${ofAccounts ? ` and (${place} is null or ${lineInSight('a', 3)})` : ''} as seen
       from plan_line_version l
       ${level ? 'left join top on top.leaf = l.account_id' : ''}
       ${ofAccounts ? `left join account a on a.tenant_id = $1 and a.id = ${place}` : ''}
       where l.tenant_id = $1 and l.plan_version_id = $2
     ) line
     group by 1, 2 order by sum(target_minor) desc, 1`,
    [identity.tenantId, versionId, ...sightOf(identity), ...(level ? [level] : [])],
  );
}

/** For each account of the version's lines the highest account of level $6 that it is or stands beneath. */
const topAccounts = `above as (
       select a.id as leaf, a.id, a.level, a.parent_id, 0 as height from account a
       where a.tenant_id = $1 and a.id in (
         select account_id from plan_line_version where tenant_id = $1 and plan_version_id = $2)
       union all
       select above.leaf, a.id, a.level, a.parent_id, above.height + 1
       from above join account a on a.tenant_id = $1 and a.id = above.parent_id
     ), top as (
       select distinct on (leaf) leaf, id from above where level = $6 order by leaf, height desc
     )`;
