import { type GraphContext, type Identity, visibleRows } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { PipelineCase } from '../pipeline/pipeline-case';
import { readOnce } from '../pipeline/read-once';
import { type ClosedCases, conversionsOf, type StageConversion } from './conversions';
import { FunnelTemplate } from './funnel-template';
import type { PurchasePattern } from '../account/purchase-pattern';

/** Cases that were closed from the first day to the last, both included; open where there is none. */
export interface ClosedPeriod {
  closedFrom?: string | null;
  closedTo?: string | null;
}

/** A funnel as it counts: its template and what the company's history makes of it. */
export interface CountingFunnel {
  template: FunnelTemplate;
  stages: StageConversion[];
}

/** The funnel of a pattern; null where none is defined. Of customers who buy in an unknown way all are pooled, over the funnel of a project. */
export type FunnelOf = (purchasePattern: PurchasePattern | null) => CountingFunnel | null;

/** How the funnels of the caller's company count today. */
export async function funnelsOf(context: GraphContext, period: ClosedPeriod = {}): Promise<FunnelOf> {
  const today = await context.today();
  return readOnce(context, ['funnels', period], (manager) => funnelsOn(manager, context.caller, today, period));
}

/** The same on a day, in two statements. */
export async function funnelsOn(
  manager: EntityManager,
  identity: Identity,
  today: string,
  period: ClosedPeriod = {},
): Promise<FunnelOf> {
  const templates = await templatesOn(manager, identity, today);
  const closed = await closedCases(manager, identity, period);
  const funnels = new Map<PurchasePattern | null, CountingFunnel | null>();
  // Asked for deal by deal, worked out once.
  return (pattern) => {
    const known = funnels.get(pattern);
    if (known !== undefined) return known;
    const template = templates.find(({ purchasePattern }) => purchasePattern === (pattern ?? 'PROJECT'));
    const funnel = template ? { template, stages: conversionsOf(template, closed, pattern) } : null;
    funnels.set(pattern, funnel);
    return funnel;
  };
}

/** Of each pattern the template that counts on a day: the one of the latest day, and of one day the one recorded last. */
function templatesOn(manager: EntityManager, identity: Identity, today: string): Promise<FunnelTemplate[]> {
  return visibleRows(manager, FunnelTemplate, { identity, seesAll: [] })
    .andWhere('e.effective_on <= :today', { today })
    .distinctOn(['e.purchase_pattern'])
    .orderBy('e.purchase_pattern')
    .addOrderBy('e.effective_on', 'DESC')
    .addOrderBy('e.id', 'DESC')
    .getMany();
}

/**
 * How the closed cases went, counted. By all of them everybody plans, whosever they were; but a period could be made so short that it holds a
 * single case, so that it counts what the caller sees.
 */
async function closedCases(
  manager: EntityManager,
  identity: Identity,
  { closedFrom, closedTo }: ClosedPeriod,
): Promise<ClosedCases[]> {
  const { tenantId } = identity;
  const cases =
    closedFrom || closedTo
      ? visibleRows(manager, PipelineCase, { identity, seesAll: [] })
      : manager.createQueryBuilder(PipelineCase, 'e').where('e.tenant_id = :tenantId', { tenantId });
  cases.andWhere("e.outcome <> 'OPEN'");
  if (closedFrom) cases.andWhere('e.closed_on >= :closedFrom', { closedFrom });
  if (closedTo) cases.andWhere('e.closed_on <= :closedTo', { closedTo });
  const way = ['purchase_pattern', 'first_stage', 'stage', 'outcome', 'ends_only'].map((column) => `e.${column}`);
  return cases
    .select('e.purchase_pattern', 'purchasePattern')
    .addSelect('e.first_stage', 'firstStage')
    .addSelect('e.stage', 'stage')
    .addSelect('e.outcome', 'outcome')
    .addSelect('e.ends_only', 'endsOnly')
    .addSelect('count(*)::int', 'count')
    .groupBy(way.join(', '))
    .getRawMany<ClosedCases>();
}
