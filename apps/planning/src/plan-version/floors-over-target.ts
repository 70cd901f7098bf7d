import { Money } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import { lineInSight, sightOf } from '../plan-line/line-in-sight';
import type { PlanVersion } from './plan-version';

interface Row {
  task: string;
  dueOn: string;
  floor: string;
  target: string;
  currency: string;
  seen: boolean;
}

/**
 * What is missing where a version gives a line a lower target than the floor of one of its open key nodes: nobody could keep it. Those of lines or key
 * nodes that the viewer may not see are only counted.
 */
export async function missingToFloors(
  { manager, tenantId, identity }: Command,
  { id: versionId }: PlanVersion,
): Promise<string[]> {
  const rows: Row[] = await manager.query(
    `select coalesce(s.task, t.action) as task, s.due_on::text as "dueOn", s.floor_minor::text as floor,
       l.target_minor::text as target, l.target_currency as currency, ${lineInSight('l', 3)} and ${lineInSight('s', 3)} as seen
     from plan_line_version l
     join step s on s.tenant_id = l.tenant_id and s.plan_line_id = l.plan_line_id and s.status in ('PLANNED', 'STARTED')
     join step_template t on t.tenant_id = s.tenant_id and t.id = s.step_template_id
     where l.tenant_id = $1 and l.plan_version_id = $2 and s.floor_minor > l.target_minor
     order by s.due_on, s.id`,
    [tenantId, versionId, ...sightOf(identity)],
  );
  const missing = rows.filter((row) => row.seen).map(floorOver);
  const unseenCount = rows.length - missing.length;
  if (unseenCount > 0)
    missing.push(`floors of at most the target; ${unseenCount} key nodes that you may not see have higher ones`);
  return missing;
}

/** What a key node lacks, in words; pure. */
function floorOver({ task, dueOn, floor, target, currency }: Row): string {
  const amount = (minor: string) => Money.of(BigInt(minor), currency).amount;
  return `a floor of at most ${amount(target)}, the target of its line, for the key node "${task}" due on ${dueOn}; it is ${amount(floor)}`;
}
