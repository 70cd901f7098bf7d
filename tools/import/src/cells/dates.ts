import { type LocalDate, parseLocalDate } from '@fivepoint/kernel';

const tokens = /YYYY|MM?|DD?|\*/g;
const patterns: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  '*': '.*',
};

/** Reads days as an older system writes them; null for what is no real day in that form. */
export type DateReader = (text: string) => LocalDate | null;

/**
 * A reader of one format: `YYYY`, `MM` or `M`, `DD` or `D`, each once; `*` stands for anything, such as a time that is not wanted; all else
 * stands for itself. `M/D/YYYY` reads 3/1/2017, `YYYY年M月D日` reads 2017年3月1日. RangeError for a format without year, month or day.
 */
export function dateReader(format: string): DateReader {
  const found = format.match(tokens)?.filter((token) => token !== '*') ?? [];
  if (['Y', 'M', 'D'].some((unit) => found.filter((token) => token.startsWith(unit)).length !== 1))
    throw new RangeError(`a date format names YYYY, M or MM, and D or DD once each, such as M/D/YYYY; not "${format}"`);
  const literals = format.split(tokens).map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const parts = [...format.matchAll(tokens)].map(([token]) => patterns[token] ?? '');
  const pattern = new RegExp(`^${literals.map((literal, at) => literal + (parts[at] ?? '')).join('')}$`, 'u');
  return (text) => {
    const { year = '', month = '', day = '' } = pattern.exec(text)?.groups ?? {};
    try {
      return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    } catch {
      return null;
    }
  };
}
