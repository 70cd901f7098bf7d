import { type LocalDate, Money, type Ratio, roundedQuotient, roundedRatio } from '@fivepoint/kernel';
import { GraphContext, type Identity, seesAllIn, visibleRows } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { chanceAt } from '../funnel/conversions';
import { type FunnelOf, funnelsOf } from '../funnel/funnels';
import type { PurchasePattern } from '../account/purchase-pattern';
import { Plan } from '../plan/plan';
import { lineSeen } from '../plan-line/line-in-sight';
import { PlanLine } from '../plan-line/plan-line';
import { changeOf, type Overlay, overlaysOf } from '../rebalancing/overlays';
import { PipelineCase } from './pipeline-case';
import type { PipelineStage } from './pipeline.stages';

/** What the lines of a group are put together by. */
export type CoverageGroup = 'plan_id' | 'product_id' | 'owner_id' | 'id';

/** Lines of one plan that belong together, and what of them is set, booked and open. */
export interface Covered {
  /** The plan's, product's, owner's or line's id. */
  groupId: string;
  target: Money;
  booked: Money;
  bookedCount: number;
  lineCount: number;
  /** Of the deals that are expected within the plan's period, in its currency. */
  open: Money;
  openCount: number;
  /** Σ amount × chance, exactly, rounded once. */
  weighted: Money;
  weightedCount: number;
  /** Open deals of these lines that count in none of the sums. */
  leftOutCount: number;
}

/** How many times the open pipeline covers what is still to be booked, four decimals; null where nothing is. Pure. */
export const coverageOf = ({ target, booked, open }: Pick<Covered, 'target' | 'booked' | 'open'>): string | null =>
  target.minor <= booked.minor ? null : roundedRatio(open.minor, target.minor - booked.minor, 4);

/** The groups of plans, over the lines and the deals that the caller sees. */
export async function coverageOfPlan(
  context: GraphContext,
  plan: Plan,
  group: Exclude<CoverageGroup, 'id'>,
): Promise<Covered[]> {
  const funnelOf = await funnelsOf(context);
  const upTo = await context.today();
  return context.reads.batched(`coverage ${group}`, plan.id, async (manager, planIds) => {
    const rows = await covered(manager, context.caller, funnelOf, group, { column: 'plan_id', ids: planIds, upTo });
    return planIds.map((id) => rows.filter(({ planId }) => planId === id));
  });
}

/** One line. */
export async function coverageOfLine(context: GraphContext, line: PlanLine): Promise<Covered | null> {
  const funnelOf = await funnelsOf(context);
  const upTo = await context.today();
  return context.reads.batched('coverage of a line', line.id, async (manager, ids) => {
    const rows = await covered(manager, context.caller, funnelOf, 'id', { column: 'id', ids, upTo });
    return ids.map((id) => rows.find(({ groupId }) => groupId === id) ?? null);
  });
}

/** What is still to be booked of a plan, product by product; nothing where more is booked than was set. */
export async function remainingByProduct(
  context: GraphContext,
  plan: Plan,
): Promise<{ productId: string; remaining: Money }[]> {
  const products = await coverageOfPlan(context, plan, 'product_id');
  const planned = products.filter(({ lineCount }) => lineCount > 0);
  return planned.map(({ groupId, target, booked }) => ({
    productId: groupId,
    remaining: target.minor > booked.minor ? target.minus(booked) : Money.zero(plan.currency),
  }));
}

interface Lines {
  column: 'plan_id' | 'id';
  ids: readonly string[];
}

/** Of them what is booked up to the end of a day. */
interface LinesUpTo extends Lines {
  upTo: LocalDate;
}

async function covered(
  manager: EntityManager,
  identity: Identity,
  funnelOf: FunnelOf,
  group: CoverageGroup,
  lines: LinesUpTo,
): Promise<(Covered & { planId: string })[]> {
  const goals = await goalsOf(manager, identity, group, lines);
  const overlays = await overlaysInSight(manager, identity, group, lines);
  const deals = await openDealsOf(manager, identity, group, lines);
  const all = goals.map((goal) => ({
    ...goal,
    own: deals.filter((deal) => deal.planId === goal.planId && deal.groupId === goal.groupId),
  }));
  // Of lines that were withdrawn, or are only proposed, there is something to say where something came of them.
  const told = all.filter(({ lineCount, bookedCount, own }) => lineCount + bookedCount + own.length > 0);
  return told.map(({ planId, groupId, currency, target, booked, bookedCount, lineCount, own }) => {
    const counted = own.filter(({ counts }) => counts);
    const chances = counted.map((deal) => ({
      ...deal,
      chance: chanceAt(funnelOf(deal.purchasePattern)?.stages ?? [], deal.stage),
    }));
    const weighed = chances.filter((one): one is typeof one & { chance: Ratio } => one.chance !== null);
    return {
      ...{ planId, groupId, lineCount, bookedCount },
      target: Money.of(BigInt(target) + changeOfGroup(overlays, { planId, groupId }, group), currency),
      booked: Money.of(BigInt(booked), currency),
      open: Money.of(
        counted.reduce((sum, { minor }) => sum + BigInt(minor), 0n),
        currency,
      ),
      openCount: countOf(counted),
      weighted: Money.of(expectation(weighed), currency),
      weightedCount: countOf(weighed),
      leftOutCount: countOf(own) - countOf(counted),
    };
  });
}

/** The overlays of reps, by which coverage goes (rules §5): of those that the viewer may know, and all of whose lines the viewer sees. */
async function overlaysInSight(
  manager: EntityManager,
  identity: Identity,
  group: CoverageGroup,
  lines: LinesUpTo,
): Promise<Overlay[]> {
  if (group !== 'plan_id' && group !== 'owner_id') return [];
  const changed = (await overlaysOf(manager, identity, lines.ids)).filter(({ known }) => known);
  if (changed.length === 0) return [];
  const seen = await goalsOf(manager, identity, 'owner_id', lines);
  return changed.filter(({ planId, repId, planned }) =>
    seen.some((own) => own.planId === planId && own.groupId === repId && BigInt(own.target) === planned),
  );
}

/** What of the overlays is of one group; a product or a line has none, for an overlay is the rep's. Pure. */
const changeOfGroup = (
  overlays: readonly Overlay[],
  { planId, groupId }: Pick<GoalSum, 'planId' | 'groupId'>,
  group: CoverageGroup,
): bigint =>
  changeOf(
    overlays.filter((overlay) => overlay.planId === planId && (group === 'plan_id' || overlay.repId === groupId)),
  );

/** How many deals rows are of. Pure. */
export const countOf = (deals: readonly { count: number }[]): number =>
  deals.reduce((sum, { count }) => sum + count, 0);

/** Σ amount × chance over a common denominator, rounded once; of what has one denominator first, so that it stays small. Pure. */
export function expectation(sums: readonly { minor: string; chance: Ratio }[]): bigint {
  const numerators = new Map<bigint, bigint>();
  for (const { minor, chance } of sums) {
    const before = numerators.get(chance.denominator) ?? 0n;
    numerators.set(chance.denominator, before + BigInt(minor) * chance.numerator);
  }
  const exact = [...numerators].reduce(
    (sum, [denominator, numerator]) => ({
      numerator: sum.numerator * denominator + numerator * sum.denominator,
      denominator: sum.denominator * denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );
  return roundedQuotient(exact.numerator, exact.denominator);
}

/** SQL: the line has a target. Of a plan those that count; a single line is answered for also while it is only proposed. */
const hasTarget = (alias: string, { column }: Lines): string =>
  column === 'plan_id' ? `${alias}.standing = 'PLANNED'` : `${alias}.standing <> 'WITHDRAWN'`;

interface GoalSum {
  planId: string;
  groupId: string;
  currency: string;
  target: string;
  booked: string;
  bookedCount: number;
  lineCount: number;
}

/**
 * What is set and what is booked within the plan's period up to the day, in one statement; of a line that was withdrawn what was booked counts on. A plan's lines are
 * all in its currency, in which alone contracts count.
 */
function goalsOf(manager: EntityManager, identity: Identity, group: CoverageGroup, lines: LinesUpTo) {
  const { column, ids, upTo } = lines;
  const set = hasTarget('e', lines);
  const booked = (what: string) => `(select ${what} from booked_contract b
    where b.tenant_id = e.tenant_id and b.plan_line_id = e.id and b.amount_currency = e.target_currency
      and b.signed_on between p.starts_on and least(p.ends_on, cast(:upTo as date)))`;
  return visibleRows(manager, PlanLine, { identity, seesAll: seesAllIn.planning })
    .innerJoin(Plan, 'p', 'p.tenant_id = e.tenant_id and p.id = e.plan_id')
    .andWhere(`e.${column} = any(:ids)`, { ids, upTo })
    .select('e.plan_id', 'planId')
    .addSelect(`e.${group}`, 'groupId')
    .addSelect('e.target_currency', 'currency')
    .addSelect(`coalesce(sum(e.target_minor) filter (where ${set}), 0)::text`, 'target')
    .addSelect(`sum(${booked('coalesce(sum(b.amount_minor), 0)')})::text`, 'booked')
    .addSelect(`sum(${booked('count(*)')})::int`, 'bookedCount')
    .addSelect(`(count(*) filter (where ${set}))::int`, 'lineCount')
    .groupBy(`e.plan_id, e.${group}, e.target_currency`)
    .orderBy(`e.${group}`)
    .getRawMany<GoalSum>();
}

interface DealSum {
  planId: string;
  groupId: string;
  stage: PipelineStage;
  purchasePattern: PurchasePattern | null;
  /** In the plan's currency, and expected by its last day or nobody knows when. */
  counts: boolean;
  minor: string;
  count: number;
}

/** The open deals of the lines by stage and pattern, in one statement. */
export function openDealsOf(manager: EntityManager, identity: Identity, group: CoverageGroup, lines: Lines) {
  const { column, ids } = lines;
  const counts = `coalesce(e.amount_currency = l.target_currency
    and (e.expected_close_on is null or e.expected_close_on <= p.ends_on), false)`;
  const seen = lineSeen('l', identity);
  return visibleRows(manager, PipelineCase, { identity, seesAll: [] })
    .innerJoin(PlanLine, 'l', 'l.tenant_id = e.tenant_id and l.id = e.plan_line_id')
    .innerJoin(Plan, 'p', 'p.tenant_id = l.tenant_id and p.id = l.plan_id')
    .andWhere(`l.${column} = any(:ids) and e.outcome = 'OPEN' and e.deal_id is not null`, { ids })
    .andWhere(seen.sql, seen.parameters)
    .select('l.plan_id', 'planId')
    .addSelect(`l.${group}`, 'groupId')
    .addSelect('e.stage', 'stage')
    .addSelect('e.purchase_pattern', 'purchasePattern')
    .addSelect(counts, 'counts')
    .addSelect('coalesce(sum(e.amount_minor), 0)::text', 'minor')
    .addSelect('count(*)::int', 'count')
    .groupBy(`l.plan_id, l.${group}, e.stage, e.purchase_pattern, ${counts}`)
    .getRawMany<DealSum>();
}
