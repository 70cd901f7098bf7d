import { addMonths, type LocalDate } from '@fivepoint/kernel';

interface Period {
  startsOn: string;
  endsOn: string;
}

/** The calendar months of a period, as the day on which each begins within it: the first with the period, the others on their first. Pure. */
export function monthsOf({ startsOn, endsOn }: Period): string[] {
  const first = `${startsOn.slice(0, 7)}-01` as LocalDate;
  return Array.from({ length: monthAt(endsOn, startsOn) + 1 }, (_, month) =>
    month === 0 ? startsOn : addMonths(first, month),
  );
}

/** In which calendar month a day lies, from 0 for the one in which the period starts. Pure. */
export const monthAt = (day: string, startsOn: string): number => monthNumber(day) - monthNumber(startsOn);

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
