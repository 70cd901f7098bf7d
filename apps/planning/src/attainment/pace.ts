import { addDays, daysBetween, type LocalDate, roundedQuotient } from '@fivepoint/kernel';
import { monthsOf } from '../rehearsal/months';

/** Days in a row, both ends included. */
export interface Period {
  startsOn: LocalDate;
  endsOn: LocalDate;
}

/** How much of a period has passed, in whole days. */
export interface Elapsed {
  elapsedDays: number;
  periodDays: number;
}

/** How much of a period has passed at the end of a day: that day counts; nothing before the first, all from the last on. Pure. */
export function elapsedOf({ startsOn, endsOn }: Period, asOf: LocalDate): Elapsed {
  const periodDays = daysBetween(startsOn, endsOn) + 1;
  const elapsedDays = Math.min(Math.max(daysBetween(startsOn, asOf) + 1, 0), periodDays);
  return { elapsedDays, periodDays };
}

/** What a target would be at by now if every day brought the same; exact, and rounded once, half away from zero. Pure. */
export const expectedOf = (target: bigint, { elapsedDays, periodDays }: Elapsed): bigint =>
  roundedQuotient(target * BigInt(elapsedDays), BigInt(periodDays));

/** The calendar months of a period, the first and the last as far as the period goes. Pure. */
export function monthPeriodsOf(period: Period): Period[] {
  const starts = monthsOf(period) as LocalDate[];
  return starts.map((startsOn, index) => {
    const next = starts[index + 1];
    return { startsOn, endsOn: next ? addDays(next, -1) : period.endsOn };
  });
}
