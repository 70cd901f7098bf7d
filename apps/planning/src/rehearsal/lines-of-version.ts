import type { Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import type { Outlook } from '../outlook/outlook';
import { lineInSight, sightOf } from '../plan-line/line-in-sight';

/** A line of a version of a plan, with what is expected of it; null where nobody has said so yet. */
export interface LineOfPlan {
  planLineId: string;
  /** The viewer may see it. */
  seen: boolean;
  /** Minor units of the plan's currency. */
  target: bigint;
  outlook: Outlook | null;
}

/** What is expected of a line, as statements here select it. */
export interface OutlookRow {
  probability: number;
  closes_on: string;
  slip: number[];
  correlation_group: string | null;
  payments: Outlook['payments'];
}

export const outlookOfRow = (row: OutlookRow): Outlook => ({
  probabilityBasisPoints: row.probability,
  closesOn: row.closes_on,
  slipBasisPoints: row.slip,
  correlationGroup: row.correlation_group,
  payments: row.payments,
});

type Row = { id: string; minor: string; seen: boolean } & (OutlookRow | { probability: null });

/** All lines of a version and not only those that somebody may see, in the order of their ids; one statement. */
export async function linesOfVersion(
  manager: EntityManager,
  identity: Identity,
  planVersionId: string,
): Promise<LineOfPlan[]> {
  const rows = (await manager.query(
    `select l.plan_line_id as id, l.target_minor::text as minor, ${lineInSight('l', 3)} as seen,
       o.probability_basis_points as probability, o.closes_on::text as closes_on, o.slip_basis_points as slip, o.correlation_group, o.payments
     from plan_line_version l left join line_outlook o on o.tenant_id = l.tenant_id and o.plan_line_id = l.plan_line_id
     where l.tenant_id = $1 and l.plan_version_id = $2 order by l.plan_line_id`,
    [identity.tenantId, planVersionId, ...sightOf(identity)],
  )) as Row[];
  return rows.map((row) => ({
    planLineId: row.id,
    seen: row.seen,
    target: BigInt(row.minor),
    outlook: row.probability === null ? null : outlookOfRow(row),
  }));
}
