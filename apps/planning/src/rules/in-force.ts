import type { LocalDate } from '@fivepoint/kernel';

/** What is so from a day on, until something else is. */
export interface Dated<T> {
  from: LocalDate;
  is: T;
}

/** What is in force on a day: the last that began by then, of one day the last recorded; before the first, the first. Pure. */
export function inForce<T>(dated: readonly [Dated<T>, ...Dated<T>[]], on: LocalDate): T {
  return lastBy(dated, on) ?? dated[0].is;
}

/** The same where nothing is in force before the first. Pure. */
export const lastBy = <T>(dated: readonly Dated<T>[], on: LocalDate): T | null =>
  lastBegun(dated, ({ from }) => from, on)?.is ?? null;

/** Of dated rules or statements, in the order in which they were recorded, the one in force on a day; null before the first. Pure. */
export const ruleOn = <T extends { effectiveOn: string }>(rules: readonly T[], on: string): T | null =>
  lastBegun(rules, ({ effectiveOn }) => effectiveOn, on);

const lastBegun = <T>(all: readonly T[], firstDayOf: (one: T) => string, on: string): T | null =>
  all.reduce<T | null>(
    (last, one) => (firstDayOf(one) <= on && (last === null || firstDayOf(one) >= firstDayOf(last)) ? one : last),
    null,
  );
