import type { Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import type { PurchasePattern } from '../account/purchase-pattern';
import type { PipelineStage } from '../pipeline/pipeline.stages';
import type { AttainmentBy } from './attainment-by';
import { dealInSight, linesInSight, sightParameters } from './lines-in-sight';

/** Open deals of a row that stand alike, of those that the viewer sees. */
export interface OpenDeals {
  key: string | null;
  /** The viewer sees the line, too. */
  seen: boolean;
  stage: PipelineStage;
  purchasePattern: PurchasePattern | null;
  /** Expected within the period, in the plan's currency. */
  counts: boolean;
  minor: string;
  count: number;
}

/**
 * The open deals in sight of a plan's lines by row, stage and pattern, as they stand today; one statement. Of one that is not in sight a sum would tell
 * the amount, and what is expected of it the stage. A deal whose day has gone by is expected today; one that has
 * none, or a day after the period, counts nowhere, and neither does one without an amount or in another currency.
 */
export function openDealsInPeriod(
  manager: EntityManager,
  identity: Identity,
  planId: string,
  today: string,
  by: AttainmentBy,
): Promise<OpenDeals[]> {
  const key = by === 'MONTH' ? `case when counts then to_char(closes_on, 'YYYY-MM') end` : 'key';
  return manager.query(
    `with ${linesInSight(by)}, deal as (
       select l.key, l.seen, c.stage, c.purchase_pattern, c.amount_minor,
         greatest(c.expected_close_on, $3::date) as closes_on,
         coalesce(c.amount_currency = p.currency and c.expected_close_on is not null
           and greatest(c.expected_close_on, $3::date) between p.starts_on and p.ends_on, false) as counts
       from p join placed l on true
       join pipeline_case c on c.tenant_id = $1 and c.plan_line_id = l.id
       where c.outcome = 'OPEN' and c.deal_id is not null and ${dealInSight}
     )
     select case when seen then ${key} end as key, seen, stage, purchase_pattern as "purchasePattern", counts,
       coalesce(sum(amount_minor), 0)::text as minor, count(*)::int as count
     from deal group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    sightParameters(identity, planId, today),
  );
}
