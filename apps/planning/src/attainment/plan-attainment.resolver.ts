import { type LocalDate, Money, parseLocalDate } from '@fivepoint/kernel';
import {
  type Connection,
  connectionOf,
  GraphContext,
  LocalDateScalar,
  MoneyValue,
  PageArgs,
  pageAtHand,
  pastDayProblems,
  WrongInput,
} from '@fivepoint/service';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { datedRules } from '../assessment/rules-of-tenant';
import { funnelsOf } from '../funnel/funnels';
import { readOnce } from '../pipeline/read-once';
import { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { AttainmentRule } from '../rules/attainment-rule';
import { overlaysOf } from '../rebalancing/overlays';
import { areTargetsTold } from '../rebalancing/told-sums';
import { lastBy } from '../rules/in-force';
import { attainedRows } from './attained-rows';
import { AttainmentBy } from './attainment-by';
import { AttainmentForecast } from './attainment-forecast';
import { CashForecast } from './cash-forecast';
import { cashDue, cashToCome } from './cash-to-come';
import { forecastOf } from './forecast';
import { openDealsInPeriod } from './open-deals';
import { type AttainmentAsked, AttainmentRow, PlanAttainment, UnplannedSales } from './plan-attainment';
import { besideThePlans, type SumOfAttainment, sumsOfAttainment } from './sums-of-attainment';

const AttainmentRowConnection = connectionOf(AttainmentRow);

/** What a plan attained, of what was to be: bookings and cash from the events of contracts and payments (capability P33). */
@Resolver(() => Plan)
export class PlanAttainmentResolver {
  @FieldResolver(() => PlanAttainment, {
    nullable: true,
    description:
      'What was signed and paid for its lines up to the end of a day, against targets, floors and the days that have passed (计划达成).',
  })
  async attainment(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Arg('by', () => AttainmentBy, { description: 'What a row is of (达成维度).' }) by: AttainmentBy,
    @Arg('asOf', () => LocalDateScalar, {
      nullable: true,
      description: "Up to the end of this day, not in the future; default: today in the tenant's time zone (截至日).",
    })
    asOf?: LocalDate | null,
  ): Promise<PlanAttainment> {
    const day = await dayOf(context, asOf);
    const identity = context.caller;
    const sums = await context.reads.batched(`attainment ${by} ${day}`, plan.id, async (manager, planIds) => {
      const found: SumOfAttainment[][] = [];
      for (const id of planIds) found.push(await sumsOfAttainment(manager, identity, id, day, by));
      return found;
    });
    const overlays = await context.reads.batched(`overlays ${day}`, plan.id, async (manager, planIds) => {
      const found = await overlaysOf(manager, identity, planIds, day);
      return planIds.map((id) => found.filter(({ planId }) => planId === id));
    });
    // A sum would show what a rep can deliver: then others' targets stay as planned.
    const told = (await areTargetsTold(context, plan.id)) ? overlays : overlays.filter(({ known }) => known);
    const period = { startsOn: parseLocalDate(plan.startsOn), endsOn: parseLocalDate(plan.endsOn) };
    const rule = await ruleOf(context, plan, day);
    const asked: AttainmentAsked = { planId: plan.id, currency: plan.currency, by, asOf: day, rule };
    const { rows, hidden, total, adjustment } = attainedRows(sums, by, period, told);
    return Object.assign(new PlanAttainment(), {
      ...{ asked, asOf: day },
      all: rows,
      hidden: hidden && AttainmentRow.of(hidden, 'HIDDEN', asked),
      total: AttainmentRow.of(total, 'TOTAL', asked),
      adjustment: MoneyValue.of(Money.of(adjustment, plan.currency)),
      isAdjustmentWhole: told.length === overlays.length,
    });
  }
}

@Resolver(() => PlanAttainment)
export class PlanAttainmentRowsResolver {
  @FieldResolver(() => AttainmentRowConnection, {
    description: 'One row for each, the largest target first; months in their order (达成行).',
  })
  rows(@Root() { all, asked }: PlanAttainment, @Args(() => PageArgs) args: PageArgs): Connection<AttainmentRow> {
    const { planId, by, asOf } = asked;
    const page = pageAtHand(all, `attainment ${planId} ${by} ${asOf}`, ({ key }) => key ?? '', args);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: AttainmentRow.of(node, 'ROW', asked) }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @FieldResolver(() => AttainmentRule, {
    nullable: true,
    description:
      'By which weights it was worked out: those in force on the day, after the period on its last day; null for none (所用考核规则).',
  })
  rule(@Root() { asked }: PlanAttainment): AttainmentRule | null {
    return asked.rule;
  }

  @FieldResolver(() => UnplannedSales, {
    description: 'What its accounts signed and paid in its period under no plan line, whoever sees them (计划外业绩).',
  })
  async unplanned(@Ctx() context: GraphContext, @Root() { asked }: PlanAttainment): Promise<UnplannedSales> {
    return UnplannedSales.of(await besideIt(context, asked), asked.currency);
  }

  @FieldResolver(() => UnplannedSales, {
    description:
      "What its accounts signed and paid in its period for lines of other plans that do not count it, as it is not in their period or currency: cash of last year's contracts, and deals that closed late; whoever sees them (结转业绩).",
  })
  async carriedOver(@Ctx() context: GraphContext, @Root() { asked }: PlanAttainment): Promise<UnplannedSales> {
    const { carriedBooked, carriedContractCount, carriedCollected } = await besideIt(context, asked);
    const carried = { booked: carriedBooked, contractCount: carriedContractCount, collected: carriedCollected };
    return UnplannedSales.of(carried, asked.currency);
  }

  @FieldResolver(() => Int, {
    description:
      'Contracts of its lines that count nowhere in it: signed by the day, but in another currency or outside of the period (未计入合同数).',
  })
  async leftOutCount(@Ctx() context: GraphContext, @Root() { asked }: PlanAttainment): Promise<number> {
    return (await besideIt(context, asked)).leftOutCount;
  }

  @FieldResolver(() => Int, {
    description:
      'Payments for its lines that count nowhere in it: received by the day, but in another currency or outside of the period (未计入回款笔数).',
  })
  async leftOutPaymentCount(@Ctx() context: GraphContext, @Root() { asked }: PlanAttainment): Promise<number> {
    return (await besideIt(context, asked)).leftOutPaymentCount;
  }
}

@Resolver(() => AttainmentRow)
export class AttainmentRowResolver {
  @FieldResolver(() => AttainmentForecast, {
    nullable: true,
    description:
      'Bookings that are expected until the end of the period, of open deals those that you may see; null for another day than today, for nobody keeps how deals stood then (期末预测).',
  })
  async forecast(@Ctx() context: GraphContext, @Root() row: AttainmentRow): Promise<AttainmentForecast | null> {
    const { planId, by, asOf, currency } = row.asked;
    const today = await context.today();
    if (asOf !== today) return null;
    const funnelOf = await funnelsOf(context);
    const dealsOf = await readOnce(context, ['open deals', planId, by], async (manager) =>
      byRow(await openDealsInPeriod(manager, context.caller, planId, today, by)),
    );
    return AttainmentForecast.of(forecastOf(dealsOf(row), funnelOf), row, currency);
  }

  @FieldResolver(() => CashForecast, {
    nullable: true,
    description:
      'Cash that is expected until the end of the period, of open deals that of those that you may see; null for another day than today, and for a single month (期末回款预测).',
  })
  async cashForecast(@Ctx() context: GraphContext, @Root() row: AttainmentRow): Promise<CashForecast | null> {
    const { planId, by, asOf, currency } = row.asked;
    const today = await context.today();
    if (asOf !== today || (by === 'MONTH' && row.scope === 'ROW')) return null;
    const funnelOf = await funnelsOf(context);
    const dueOf = await readOnce(context, ['cash due', planId, by], async (manager) =>
      byRow(await cashDue(manager, context.caller, planId, today, by)),
    );
    return CashForecast.of(cashToCome(dueOf(row), funnelOf), row.collected.minor, currency);
  }

  @FieldResolver(() => PlanLine, { nullable: true, description: 'The plan line, by LINE (计划行).' })
  planLine(@Ctx() context: GraphContext, @Root() row: AttainmentRow): Promise<PlanLine | null> | null {
    return row.asked.by === 'LINE' && row.key !== null ? context.reads.one(PlanLine, row.key) : null;
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep whose lines they are, by OWNER (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() row: AttainmentRow): Promise<Rep | null> | null {
    return row.asked.by === 'OWNER' && row.key !== null ? context.reads.one(Rep, row.key) : null;
  }

  @FieldResolver(() => Product, { nullable: true, description: 'The product that they are for, by PRODUCT (产品).' })
  product(@Ctx() context: GraphContext, @Root() row: AttainmentRow): Promise<Product | null> | null {
    return row.asked.by === 'PRODUCT' && row.key !== null ? context.reads.one(Product, row.key) : null;
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account whose lines they are, by ACCOUNT (客户).' })
  account(@Ctx() context: GraphContext, @Root() row: AttainmentRow): Promise<Account | null> | null {
    return row.asked.by === 'ACCOUNT' && row.key !== null ? context.reads.one(Account, row.key) : null;
  }
}

/** What counts in a row, of all that belongs to keys and is seen or not: put in order once, for there may be many rows. */
function byRow<T extends { key: string | null; seen: boolean }>(
  all: readonly T[],
): (row: AttainmentRow) => readonly T[] {
  const hidden = all.filter(({ seen }) => !seen);
  const ofKeys = new Map<string | null, T[]>();
  for (const one of all) {
    if (!one.seen) continue;
    const own = ofKeys.get(one.key);
    if (own) own.push(one);
    else ofKeys.set(one.key, [one]);
  }
  const ofScope = { TOTAL: () => all, HIDDEN: () => hidden, ROW: (key: string | null) => ofKeys.get(key) ?? [] };
  return ({ scope, key }) => ofScope[scope](key);
}

/** The day that is meant: today where nothing else is said. BAD_USER_INPUT for one that is still to come. */
export async function dayOf(context: GraphContext, asOf: LocalDate | null | undefined): Promise<LocalDate> {
  const today = await context.today();
  const problems = pastDayProblems('asOf', asOf, today);
  if (problems.length > 0) throw new WrongInput(problems);
  return asOf ?? today;
}

/** The weights that count for a plan on a day: what comes into force after its period judges nothing of it. */
async function ruleOf(context: GraphContext, plan: Plan, day: LocalDate): Promise<AttainmentRule | null> {
  const { tenantId } = context.caller;
  const rules = await readOnce(context, ['attainment rules'], (manager) =>
    datedRules(manager, tenantId, AttainmentRule),
  );
  return lastBy(rules, day < plan.endsOn ? day : parseLocalDate(plan.endsOn));
}

const besideIt = (context: GraphContext, { planId, asOf }: AttainmentAsked) =>
  context.reads.batched(`beside the plan by ${asOf}`, planId, (manager, planIds) =>
    besideThePlans(manager, context.caller.tenantId, planIds, asOf),
  );
