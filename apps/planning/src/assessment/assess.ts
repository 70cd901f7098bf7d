import { addMonths, addMonthsOver, type LocalDate, ratioOf, roundedRatio } from '@fivepoint/kernel';
import { type PortfolioClass, portfolioClass, type PortfolioRules } from '../portfolio/portfolio-class';
import { potentialOf } from '../potential/potential';
import {
  type Always,
  type LifecycleStage,
  type StageAssessment,
  stageHistory,
  type StagePattern,
  type StageReason,
  type StageRules,
} from '../relationship/lifecycle-stage';
import {
  type ChainRole,
  relationshipScore,
  type RoleContribution,
  type Stakeholder,
} from '../relationship/relationship-score';
import { type Dated, inForce, lastBy } from '../rules/in-force';
import { driftTurns, type DriftReading } from './drift-turns';

/** Everything dated that is known of an account; what has a day stands in the order in which it was recorded. */
export interface AccountFacts {
  /** In which currency it is assessed. */
  currency: string;
  registeredOn: LocalDate;
  orders: readonly { on: LocalDate; amount: bigint; currency: string }[];
  measures: readonly Measure[];
  people: readonly Person[];
  positions: readonly Dated<{ purchasePattern: StagePattern | null; attainableBasisPoints: number | null }>[];
  classified: readonly Dated<StagePattern>[];
  drift: readonly DriftReading[];
  overrides: readonly Override[];
}

export interface Measure {
  id: string;
  on: LocalDate;
  /** What it measures: a later measure of the same takes its place. */
  of: string;
  quantity: string;
  intensity: string;
  unitPrice: { minor: bigint; currency: string };
}

export interface Person {
  leftOn: LocalDate | null;
  standings: readonly Dated<Stakeholder>[];
}

export interface Override {
  id: string;
  stage: LifecycleStage | null;
  score: number | null;
  from: LocalDate;
  /** The first day on which it no longer counts. */
  until: LocalDate;
}

/** The tenant's rules, each with its id. */
export interface AssessmentRules {
  potential: Always<PotentialRules>;
  stage: Always<StageRules & { id: string; driftBasisPoints: number }>;
  chain: Always<{ id: string; roles: readonly ChainRole[] }>;
  /** Of every currency; none of a currency means no class. */
  portfolio: readonly Dated<PortfolioRules & { id: string; currency: string }>[];
}

export interface PotentialRules {
  id: string;
  horizonMonths: number;
  attainableBasisPoints: number;
  stageFactors: Readonly<Record<LifecycleStage, number>>;
}

export type PatternSource = 'OWN' | 'LEAD' | 'DEFAULT';

/** What an account was worth and how it stood from a day on, with all that it was worked out from. */
export interface Assessed {
  assessedOn: LocalDate;
  stage: LifecycleStage;
  class: PortfolioClass | null;
  currency: string;
  potential: bigint | null;
  attainable: bigint | null;
  ownSales: bigint;
  whitespace: bigint | null;
  shareOfWallet: string | null;
  /** In ten-thousandths of a point. */
  score: number | null;
  computedStage: LifecycleStage;
  stageReason: StageReason;
  purchasePattern: StagePattern;
  purchasePatternSource: PatternSource;
  orderCount: number;
  lastOrderOn: LocalDate | null;
  growth: string | null;
  growthBefore: string | null;
  stageRuleId: string;
  stageOverrideId: string | null;
  horizonMonths: number;
  stageFactorBasisPoints: number;
  attainableBasisPoints: number;
  attainableOwn: boolean;
  drivers: { measureId: string; amount: string }[];
  potentialRuleId: string;
  computedScore: number | null;
  roles: RoleContribution[];
  relationshipChainId: string;
  scoreOverrideId: string | null;
  portfolioRuleId: string | null;
  leftOut: { currency: string; contractCount: number; measureCount: number }[];
}

/**
 * The assessments of an account up to a day (rules §1–3, capabilities P12, P14, P17), oldest first: one for each day from which on something of
 * it was another, by the facts and the rules of that day. A fact that comes late changes them from its day on, and none before it. Pure.
 *
 * @returns besides, the next day on which the passing of time alone may change it.
 */
export function assess(
  facts: AccountFacts,
  rules: AssessmentRules,
  upTo: LocalDate,
): { assessments: Assessed[]; reassessOn: LocalDate } {
  const orders = facts.orders.filter(({ currency }) => currency === facts.currency);
  const patterns = patternsOf(facts);
  const ends = endsOf(facts, rules, orders);
  const looks = [...daysOf(facts), ...ends].filter((day) => day <= upTo && day >= firstDayOf(facts));
  const { steps, nextLookOn } = stageHistory(
    {
      patterns: dated(patterns, ({ pattern }) => pattern),
      orders,
      drift: driftTurns(facts.drift, (on) => inForce(rules.stage, on).driftBasisPoints),
    },
    rules.stage,
    upTo,
    looks,
  );
  const assessments: Assessed[] = [];
  for (const step of steps) {
    const next = assessedOn(step, { ...facts, orders }, facts.orders, rules, inForce(patterns, step.on));
    const last = assessments.at(-1);
    if (!last || contentOf(last) !== contentOf(next)) assessments.push(next);
  }
  const reassessOn = ends.filter((day) => day > upTo).reduce((first, day) => (day < first ? day : first), nextLookOn);
  return { assessments, reassessOn };
}

/** All of an assessment but its day, as text: equal texts say the same. Pure. */
export const contentOf = ({ assessedOn: _, ...content }: Assessed): string =>
  JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

function assessedOn(
  { on, ...computed }: StageAssessment & { on: LocalDate },
  facts: AccountFacts,
  allOrders: AccountFacts['orders'],
  rules: AssessmentRules,
  { pattern, source }: { pattern: StagePattern; source: PatternSource },
): Assessed {
  const lasting = facts.overrides.filter(({ from, until }) => from <= on && on < until);
  const stageOverride = lasting.filter((one) => one.stage !== null).at(-1);
  const scoreOverride = lasting.filter((one) => one.score !== null).at(-1);
  const stage = stageOverride?.stage ?? computed.stage;

  const { id: potentialRuleId, ...potentialRule } = inForce(rules.potential, on);
  const own = lastBy(facts.positions, on)?.attainableBasisPoints ?? null;
  const attainableBasisPoints = own ?? potentialRule.attainableBasisPoints;
  const since = addMonths(on, -potentialRule.horizonMonths);
  const ownSales = facts.orders
    .filter((order) => order.on > since && order.on <= on)
    .reduce((sum, { amount }) => sum + amount, 0n);
  const measures = measuresOn(facts.measures, on);
  const counted = measures.filter(({ unitPrice }) => unitPrice.currency === facts.currency);
  const potential = potentialOf(
    counted.map(({ quantity, intensity, unitPrice }) => ({
      ...{ quantity: ratioOf(quantity), intensity: ratioOf(intensity) },
      unitPrice: unitPrice.minor,
    })),
    {
      horizonMonths: potentialRule.horizonMonths,
      stageFactor: ofTenThousand(potentialRule.stageFactors[stage]),
      attainableShare: ofTenThousand(attainableBasisPoints),
      ownSales,
    },
  );

  const chain = inForce(rules.chain, on);
  const { score: computedScore, contributions } = relationshipScore(peopleOn(facts.people, on), chain.roles);
  const score = scoreOverride?.score ?? computedScore;
  const portfolio = lastOfCurrency(rules.portfolio, facts.currency, on);
  return {
    assessedOn: on,
    stage,
    class: portfolio && portfolioClass(potential?.attainable ?? null, score, portfolio),
    currency: facts.currency,
    potential: potential?.potential ?? null,
    attainable: potential?.attainable ?? null,
    ownSales,
    whitespace: potential?.whitespace ?? null,
    shareOfWallet: potential?.shareOfWallet ?? null,
    score,
    computedStage: computed.stage,
    stageReason: computed.reason,
    purchasePattern: pattern,
    purchasePatternSource: source,
    orderCount: computed.orderCount,
    lastOrderOn: computed.lastOrderOn,
    growth: fourDecimals(computed.growth),
    growthBefore: fourDecimals(computed.growthBefore),
    stageRuleId: inForce(rules.stage, on).id,
    stageOverrideId: stageOverride?.id ?? null,
    horizonMonths: potentialRule.horizonMonths,
    stageFactorBasisPoints: potentialRule.stageFactors[stage],
    attainableBasisPoints,
    attainableOwn: own !== null,
    drivers: counted.map(({ id }, place) => ({
      measureId: id,
      amount: (potential?.contributions[place] ?? 0n).toString(),
    })),
    potentialRuleId,
    computedScore,
    roles: contributions,
    relationshipChainId: chain.id,
    scoreOverrideId: scoreOverride?.id ?? null,
    portfolioRuleId: portfolio?.id ?? null,
    leftOut: leftOutOf(
      facts.currency,
      allOrders.filter((order) => order.on <= on),
      measures,
    ),
  };
}

/** What kind of customer it was: by its own word, else by the last lead that was classified, else one who buys again and again. */
function patternsOf({ positions, classified, registeredOn }: AccountFacts) {
  const days = [registeredOn, ...[...positions, ...classified].map(({ from }) => from)].sort();
  const on = (day: LocalDate): { pattern: StagePattern; source: PatternSource } => {
    const own = lastBy(positions, day)?.purchasePattern;
    if (own) return { pattern: own, source: 'OWN' };
    const lead = lastBy(classified, day);
    return lead ? { pattern: lead, source: 'LEAD' } : { pattern: 'RECURRING', source: 'DEFAULT' };
  };
  const [first = registeredOn, ...later] = [...new Set(days)];
  const turn = (from: LocalDate) => ({ from, is: on(from) });
  return [turn(first), ...later.map(turn)] as const;
}

const dated = <T, R>([first, ...later]: Always<T>, of: (is: T) => R): Always<R> => [
  { from: first.from, is: of(first.is) },
  ...later.map(({ from, is }) => ({ from, is: of(is) })),
];

/** The days on which something happened or was said. */
const daysOf = (facts: AccountFacts): LocalDate[] => [
  facts.registeredOn,
  ...[...facts.orders, ...facts.measures, ...facts.drift].map(({ on }) => on),
  ...[...facts.positions, ...facts.classified, ...facts.overrides].map(({ from }) => from),
  ...facts.people.flatMap(({ leftOn, standings }) => [
    ...standings.map(({ from }) => from),
    ...(leftOn === null ? [] : [leftOn]),
  ]),
];

const firstDayOf = (facts: AccountFacts): LocalDate =>
  daysOf(facts).reduce((first, day) => (day < first ? day : first), facts.registeredOn);

/** The days on which something ends by itself or begins by a rule: a sale leaves the horizon, an override expires. */
const endsOf = (
  facts: AccountFacts,
  { potential, stage, chain, portfolio }: AssessmentRules,
  orders: AccountFacts['orders'],
): LocalDate[] => [
  ...[...new Set(potential.map(({ is }) => is.horizonMonths))].flatMap((months) =>
    orders.map(({ on }) => addMonthsOver(on, months)),
  ),
  ...facts.overrides.map(({ until }) => until),
  ...[...potential, ...stage, ...chain, ...portfolio].map(({ from }) => from),
];

function measuresOn(measures: readonly Measure[], on: LocalDate): Measure[] {
  const last = new Map<string, Measure>();
  for (const measure of measures) {
    const before = last.get(measure.of);
    if (measure.on <= on && (!before || measure.on >= before.on)) last.set(measure.of, measure);
  }
  return [...last.values()];
}

const peopleOn = (people: readonly Person[], on: LocalDate): Stakeholder[] =>
  people.filter(({ leftOn }) => leftOn === null || leftOn > on).flatMap(({ standings }) => lastBy(standings, on) ?? []);

const lastOfCurrency = (rules: AssessmentRules['portfolio'], currency: string, on: LocalDate) => {
  const [first, ...later] = rules.filter(({ is }) => is.currency === currency);
  return first ? inForce([first, ...later], on) : null;
};

function leftOutOf(
  currency: string,
  orders: AccountFacts['orders'],
  measures: readonly Measure[],
): Assessed['leftOut'] {
  const others = new Set([...orders.map((one) => one.currency), ...measures.map((one) => one.unitPrice.currency)]);
  others.delete(currency);
  return [...others].sort().map((other) => ({
    currency: other,
    contractCount: orders.filter((one) => one.currency === other).length,
    measureCount: measures.filter((one) => one.unitPrice.currency === other).length,
  }));
}

const ofTenThousand = (basisPoints: number) => ({ numerator: BigInt(basisPoints), denominator: 10_000n });

const fourDecimals = (basisPoints: number | null): string | null =>
  basisPoints === null ? null : roundedRatio(BigInt(basisPoints), 10_000n, 4);
