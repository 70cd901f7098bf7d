import { QueryFailedError } from 'typeorm';

/** PostgreSQL's code of an error that TypeORM has wrapped; empty when it is none. */
export function sqlState(error: unknown): string {
  const driverError: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code: unknown = driverError && typeof driverError === 'object' ? Reflect.get(driverError, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}

/** Of class 22, data exceptions, those that only a value from outside causes; the others, such as a division by zero, are bugs. */
const refused: Readonly<Record<string, string>> = {
  '22001': 'A text is longer than can be kept; send a shorter one.',
  '22003': 'A number is larger than can be kept; send one nearer to zero.',
  '22007': 'A day or a time is none that can be kept; it must be within the years 0001 to 9999.',
  '22008': 'A day or a time is none that can be kept; it must be within the years 0001 to 9999.',
  '22021': 'A text has a character that cannot be kept; send it without the character NUL (U+0000).',
  '22P02': 'A value is not of the type that it must have; check ids, numbers and days.',
  '22P05': 'A text has a character that cannot be kept; send it without the character NUL (U+0000).',
};

/** What is wrong with a value that the database would not take, and what would be right; null for any other error. */
export const refusedValue = (error: unknown): string | null => refused[sqlState(error)] ?? null;
