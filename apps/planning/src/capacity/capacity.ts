import { addDays, addMonths, type LocalDate, roundedQuotient, splitByWeights } from '@fivepoint/kernel';
import { ruleOn } from '../rules/in-force';
import type { TeamRuleTerms } from './team-rule';

/** What is known of a rep from a day on. */
export interface Productivity {
  effectiveOn: string;
  /** What the rep sells in a calendar year once ramped and certified, in minor units; not below zero. */
  fullCapacity: bigint;
  /** Null for who is ramped. */
  startedOn: string | null;
  /** Null while not certified. */
  certifiedOn: string | null;
  /** The first day on which the rep is not here any more; null for who is. */
  leftOn: string | null;
}

/** Days in a row on which all that counts is the same. */
export interface CapacityPart {
  startsOn: LocalDate;
  endsOn: LocalDate;
  dayCount: number;
  yearDays: 365 | 366;
  fullCapacity: bigint;
  rampBasisPoints: number;
  readinessBasisPoints: number;
  amount: bigint;
}

export interface RepCapacity {
  amount: bigint;
  parts: CapacityPart[];
}

const whole = 10_000;

/**
 * What a rep can deliver from one day to another, both included (capability P35): on each day the full capacity of a year ÷ the days of that year
 * × the ramp of the month since the start × the readiness, which is whole once certified. Exact, and rounded once for the whole period, half away
 * from zero; the parts sum to it by largest remainder. Null where on some day nothing is known of the rep. Pure.
 *
 * @param known in the order in which it was stated
 * @param ruleOf the rules in force on a day
 */
export function capacityOf(
  from: LocalDate,
  to: LocalDate,
  known: readonly Productivity[],
  ruleOf: (day: LocalDate) => TeamRuleTerms,
): RepCapacity | null {
  const parts: CapacityPart[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const rep = ruleOn(known, day);
    if (!rep) return null;
    const factors = { fullCapacity: rep.fullCapacity, yearDays: yearDaysOf(day), ...factorsOn(day, rep, ruleOf(day)) };
    const last = parts.at(-1);
    if (last && sameFactors(last, factors)) Object.assign(last, { endsOn: day, dayCount: last.dayCount + 1 });
    else parts.push({ startsOn: day, endsOn: day, dayCount: 1, ...factors, amount: 0n });
  }
  const weights = parts.map(weightOf);
  const weight = weights.reduce((sum, one) => sum + one, 0n);
  const amount = roundedQuotient(weight, denominator);
  const amounts = weight === 0n ? weights : splitByWeights(amount, weights);
  return { amount, parts: parts.map((part, index) => ({ ...part, amount: amounts[index] ?? 0n })) };
}

type Factors = Pick<CapacityPart, 'fullCapacity' | 'yearDays' | 'rampBasisPoints' | 'readinessBasisPoints'>;

const sameFactors = (one: Factors, other: Factors): boolean =>
  one.fullCapacity === other.fullCapacity &&
  one.yearDays === other.yearDays &&
  one.rampBasisPoints === other.rampBasisPoints &&
  one.readinessBasisPoints === other.readinessBasisPoints;

/** Both lengths of a year and both factors in basis points go into it: over it every part is a whole number. */
const denominator = 365n * 366n * BigInt(whole) * BigInt(whole);

const weightOf = ({ fullCapacity, dayCount, yearDays, rampBasisPoints, readinessBasisPoints }: CapacityPart): bigint =>
  fullCapacity *
  BigInt(dayCount) *
  BigInt(rampBasisPoints) *
  BigInt(readinessBasisPoints) *
  (yearDays === 365 ? 366n : 365n);

function factorsOn(
  day: LocalDate,
  { startedOn, certifiedOn, leftOn }: Productivity,
  { rampBasisPoints, uncertifiedBasisPoints }: TeamRuleTerms,
): Pick<CapacityPart, 'rampBasisPoints' | 'readinessBasisPoints'> {
  return {
    rampBasisPoints: leftOn !== null && leftOn <= day ? 0 : rampOn(day, startedOn as LocalDate | null, rampBasisPoints),
    readinessBasisPoints: certifiedOn !== null && certifiedOn <= day ? whole : uncertifiedBasisPoints,
  };
}

/** How far somebody is up the curve on a day: nothing before the first day, and its end from the last month on. */
function rampOn(day: LocalDate, startedOn: LocalDate | null, curve: readonly number[]): number {
  const ramped = curve.at(-1) ?? whole;
  if (startedOn === null) return ramped;
  return day < startedOn ? 0 : (curve[wholeMonths(startedOn, day)] ?? ramped);
}

/** Months that have passed from one day to a later one. */
function wholeMonths(from: LocalDate, to: LocalDate): number {
  const monthOf = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const months = monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}

const yearDaysOf = (day: LocalDate): 365 | 366 => {
  const lastOfFebruary = addDays(`${day.slice(0, 4)}-03-01` as LocalDate, -1);
  return lastOfFebruary.endsWith('29') ? 366 : 365;
};
