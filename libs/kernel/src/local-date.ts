declare const brand: unique symbol;

/** A calendar day without a time or zone, as `YYYY-MM-DD`, years 0001 to 9999. As text it sorts by time, so `<` and `===` compare days. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const dayInMilliseconds = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A `LocalDate` from text. RangeError unless it is a real day written `YYYY-MM-DD`. */
export function parseLocalDate(text: string): LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) return text as LocalDate;
  }
  throw new RangeError(
    `date must be a real day written YYYY-MM-DD, such as 2026-02-28, not ${JSON.stringify(text.slice(0, 40))}`,
  );
}

/**
 * The calendar day on which an instant falls in a time zone; rules, opening paragraph: days are calendar days in the tenant's zone.
 *
 * @param timeZone IANA name such as `Asia/Shanghai`; RangeError for an unknown one, and for an invalid instant.
 */
export function localDateOf(instant: Date, timeZone: string): LocalDate {
  if (Number.isNaN(instant.getTime())) throw new RangeError('localDateOf needs a valid instant');
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  if (parts.get('era') !== 'AD') throw new RangeError('date must not be before the year 0001');
  return written(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day')));
}

/** The day so many whole days later (earlier when negative). RangeError outside the years 0001 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  requireWhole(days, 'days');
  const moved = new Date(epochDay(date) * dayInMilliseconds + days * dayInMilliseconds);
  return written(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The later of two days. */
export function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/**
 * The same day of the month so many months later (earlier when negative); where that month is too short, its last day:
 * 2026-01-31 plus one month is 2026-02-28. RangeError outside the years 0001 to 9999.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  requireWhole(months, 'months');
  const [year, month, day] = fields(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return written(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/**
 * The first day that is a whole number of months after another: 2026-01-31 plus one month is over on 2026-03-01, for 2026-02-28 is still less. RangeError
 * outside the years 0001 to 9999.
 *
 * @param months not negative.
 */
export function addMonthsOver(date: LocalDate, months: number): LocalDate {
  const end = addMonths(date, months);
  return addMonths(end, -months) >= date ? end : addDays(end, 1);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone,
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      });
    } catch {
      throw new RangeError(
        `time zone must be an IANA name such as Asia/Shanghai, not ${JSON.stringify(timeZone.slice(0, 40))}`,
      );
    }
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function fields(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function epochDay(date: LocalDate): number {
  const [year, month, day] = fields(date);
  const midnight = new Date(0);
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  midnight.setUTCFullYear(year, month - 1, day);
  return midnight.getTime() / dayInMilliseconds;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): LocalDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError('date must be within the years 0001 to 9999');
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}

function requireWhole(value: number, unit: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${unit} must be a whole number, not ${value}`);
}
