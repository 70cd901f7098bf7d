import { addDays, addMonths, addMonthsOver, type LocalDate, parseLocalDate, roundedQuotient } from '@fivepoint/kernel';
import { type Dated, inForce } from '../rules/in-force';

export type LifecycleStage = 'EXPLORATION' | 'BUILD_UP' | 'MATURITY' | 'DECLINE';
export type StagePattern = 'RECURRING' | 'PROJECT';

/** Data of the tenant; the shipped values are those of rules §2. */
export interface StageRules {
  /** Over how many months customers of each kind are judged. */
  months: Readonly<Record<StagePattern, number>>;
  /** Growth from which a relationship builds up, in basis points: 1000 is +10 %. */
  growthBasisPoints: number;
  /** Loss from which it declines, at two consecutive quarter ends: 1000 is −10 %. */
  lossBasisPoints: number;
  /** Orders from which it may be mature. */
  matureOrderCount: number;
}

export const shippedStageRules: StageRules = {
  months: { RECURRING: 12, PROJECT: 36 },
  growthBasisPoints: 1000,
  lossBasisPoints: 1000,
  matureOrderCount: 3,
};

/** In force one after the other, and at least one. */
export type Always<T> = readonly [Dated<T>, ...Dated<T>[]];

/** What has happened with an account, dated; in any order. */
export interface StageFacts {
  /** What kind of customer it was, from which day on. */
  patterns: Always<StagePattern>;
  /** Signed contracts in minor units of one currency. */
  orders: readonly { on: LocalDate; amount: bigint }[];
  /** From when on drift is high, and from when on it no longer is (rules §9). */
  drift: readonly { on: LocalDate; high: boolean }[];
}

export type StageReason = 'NO_ORDER' | 'DRIFT' | 'QUIET' | 'SHRINKING' | 'GROWING' | 'STEADY' | 'UNCHANGED';

export interface StageAssessment {
  stage: LifecycleStage;
  reason: StageReason;
  orderCount: number;
  lastOrderOn: LocalDate | null;
  /** At the last quarter end and the one before it, in basis points; null where nothing was sold in the months before. */
  growth: number | null;
  growthBefore: number | null;
}

export interface StageChange {
  on: LocalDate;
  stage: LifecycleStage;
  reason: StageReason;
}

export interface StageHistory {
  /** Each stage from the day on which it began, oldest first; the first one from the first fact, or the look where there is none. */
  changes: StageChange[];
  /** As of each day that was looked at, oldest first. */
  steps: (StageAssessment & { on: LocalDate })[];
  /** As of the last day that was looked at. */
  current: StageAssessment;
  /** When the passing of time alone may next change it: an order grows too old, a quarter ends, or other rules come into force. */
  nextLookOn: LocalDate;
}

/**
 * The stages of an account's relationship up to a day (rules §2, capability P14), by what had happened on each day. A stage that "stays"
 * depends on the way, so the way is walked: the days of orders and of drift, the days on which an order grows too old, the quarter ends, the
 * days of other rules. Each day goes by the rules that were in force on it. Pure.
 *
 * @param upTo the last day that is looked at; facts after it do not count.
 * @param alsoOn days that are looked at besides; a look changes nothing.
 */
export function stageHistory(
  facts: StageFacts,
  rules: Always<StageRules>,
  upTo: LocalDate,
  alsoOn: readonly LocalDate[] = [],
): StageHistory {
  const monthsOn = (day: LocalDate) => inForce(rules, day).months[inForce(facts.patterns, day)];
  const horizons = new Set(rules.flatMap(({ is }) => facts.patterns.map((pattern) => is.months[pattern.is])));
  const orders = [...facts.orders].sort(byDay);
  const drift = [...facts.drift].sort(byDay);
  const looks = alsoOn.map((on) => ({ on }));
  const first = [...orders, ...drift, ...looks].reduce<LocalDate>(
    (earliest, { on }) => (on < earliest ? on : earliest),
    upTo,
  );
  const days = new Set([...orders, ...drift, ...looks].map(({ on }) => on));
  for (const { on } of orders) for (const months of horizons) days.add(addMonthsOver(on, months));
  const turns = [...rules, ...facts.patterns].map(({ from }) => from);
  for (const day of turns) if (day > first) days.add(day);
  for (let end = quarterEndFrom(first); end <= upTo; end = quarterEndAfter(end)) days.add(end);
  days.add(upTo);

  const changes: StageChange[] = [];
  const steps: StageHistory['steps'] = [];
  let current = assess({ orders: [], drift: [] }, monthsOn(first), inForce(rules, first), first, 'EXPLORATION');
  for (const day of [...days].filter((one) => one <= upTo).sort()) {
    const known = { orders: orders.filter(({ on }) => on <= day), drift: drift.filter(({ on }) => on <= day) };
    const next = assess(known, monthsOn(day), inForce(rules, day), day, current.stage);
    if (changes.length === 0 || next.stage !== current.stage)
      changes.push({ on: day, stage: next.stage, reason: next.reason });
    steps.push({ on: day, ...next });
    current = next;
  }
  const growsOldOn = current.lastOrderOn ? [addMonthsOver(current.lastOrderOn, monthsOn(upTo))] : [];
  const nextLookOn = [...growsOldOn, ...turns]
    .filter((day) => day > upTo)
    .reduce((earliest, day) => (day < earliest ? day : earliest), quarterEndAfter(upTo));
  return { changes, steps, current, nextLookOn };
}

const byDay = (a: { on: LocalDate }, b: { on: LocalDate }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

type Known = Pick<StageFacts, 'orders' | 'drift'>;

/** In the order of the rule: what comes first decides. */
function assess(
  { orders, drift }: Known,
  months: number,
  rules: StageRules,
  day: LocalDate,
  before: LifecycleStage,
): StageAssessment {
  const end = lastQuarterEnd(day);
  const lastOrderOn = orders.at(-1)?.on ?? null;
  const basis = {
    orderCount: orders.length,
    lastOrderOn,
    growth: growthAt(orders, months, end),
    growthBefore: growthAt(orders, months, quarterEndBefore(end)),
  };
  const is = (stage: LifecycleStage, reason: StageReason): StageAssessment => ({ stage, reason, ...basis });
  const { growth, growthBefore, orderCount } = basis;
  const shrank = (rate: number | null) => rate !== null && rate <= -rules.lossBasisPoints;
  if (lastOrderOn === null) return is('EXPLORATION', 'NO_ORDER');
  if (drift.at(-1)?.high) return is('DECLINE', 'DRIFT');
  if (addMonthsOver(lastOrderOn, months) <= day) return is('DECLINE', 'QUIET');
  if (shrank(growth) && shrank(growthBefore)) return is('DECLINE', 'SHRINKING');
  if (growth === null || growth >= rules.growthBasisPoints) return is('BUILD_UP', 'GROWING');
  if (orderCount >= rules.matureOrderCount) return is('MATURITY', 'STEADY');
  return is(before, 'UNCHANGED');
}

/** What was sold in the months up to a day against the months before them, less 1, in basis points; null where nothing was sold before. */
function growthAt(orders: StageFacts['orders'], months: number, end: LocalDate): number | null {
  const [middle, start] = [monthEndBefore(end, months), monthEndBefore(end, 2 * months)];
  let [now, before] = [0n, 0n];
  for (const { on, amount } of orders) {
    if (on > middle && on <= end) now += amount;
    else if (on > start && on <= middle) before += amount;
  }
  return before === 0n ? null : Number(roundedQuotient((now - before) * 10_000n, before));
}

/** The end of the month so many months before the one that ends on this day. */
const monthEndBefore = (end: LocalDate, months: number): LocalDate => addDays(addMonths(addDays(end, 1), -months), -1);

const ends = ['03-31', '06-30', '09-30', '12-31'] as const;

/** The end of the day's own quarter, which may be the day itself. */
function quarterEndFrom(day: LocalDate): LocalDate {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return parseLocalDate(`${day.slice(0, 4)}-${ends[quarter]}`);
}

/** The last quarter end on or before the day. */
function lastQuarterEnd(day: LocalDate): LocalDate {
  const end = quarterEndFrom(day);
  return end === day ? end : quarterEndBefore(end);
}

const quarterEndAfter = (day: LocalDate): LocalDate => {
  const end = quarterEndFrom(day);
  return end > day ? end : quarterEndFrom(addMonths(end, 3));
};

const quarterEndBefore = (end: LocalDate): LocalDate => quarterEndFrom(addMonths(end, -3));
