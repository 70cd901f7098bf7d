import { graphEnum, type Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { lineInSight, sightOf } from '../plan-line/line-in-sight';

export const PlanLineChangeKind = graphEnum('PlanLineChangeKind', 'How a line differs (变更类型).', {
  ADDED: 'Only in the later version (新增).',
  CHANGED: 'In both, with another target, floor, stretch, owner, team or plays (变更).',
  WITHDRAWN: 'Only in the earlier version (撤出).',
});
export type PlanLineChangeKind = keyof typeof PlanLineChangeKind;

/** A line that is not the same in two versions. */
export interface ChangedLine {
  planLineId: string;
  kind: PlanLineChangeKind;
  /** The ids of what the versions say of it. */
  beforeId: string | null;
  afterId: string | null;
  /** Whether the viewer may see it in one of the two. */
  seen: boolean;
}

/** Every line that differs between two versions of a plan, by its id; one statement. */
export function changedLines(
  manager: EntityManager,
  identity: Identity,
  versions: { before: string; after: string },
): Promise<ChangedLine[]> {
  const said = ['target_minor', 'floor_minor', 'stretch_minor', 'owner_id', 'team', 'play_ids'];
  const row = (alias: string) => `row(${said.map((column) => `${alias}.${column}`).join(', ')})`;
  return manager.query(
    `select coalesce(a.plan_line_id, b.plan_line_id) as "planLineId",
       case when b.id is null then 'ADDED' when a.id is null then 'WITHDRAWN' else 'CHANGED' end as kind,
       b.id as "beforeId", a.id as "afterId",
       ${lineInSight('b', 4)} or ${lineInSight('a', 4)} as seen
     from (select * from plan_line_version where tenant_id = $1 and plan_version_id = $2) b
     full join (select * from plan_line_version where tenant_id = $1 and plan_version_id = $3) a
       on a.plan_line_id = b.plan_line_id
     where ${row('b')} is distinct from ${row('a')} order by 1`,
    [identity.tenantId, versions.before, versions.after, ...sightOf(identity)],
  );
}
