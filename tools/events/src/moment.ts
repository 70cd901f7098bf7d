const milliseconds = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A moment as an operator writes it: a day or a time in UTC, or how long ago it was. RangeError says what it may look like. */
export function momentOf(option: string, text: string, now: Date): Date {
  const age = millisecondsOf(text);
  if (age !== null) return new Date(now.getTime() - age);
  const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : new Date(NaN);
  // JavaScript takes the 31st of a shorter month for a day of the next one.
  if (
    Number.isNaN(moment.getTime()) ||
    new Date(`${text.slice(0, 10)}Z`).toISOString().slice(0, 10) !== text.slice(0, 10)
  )
    throw new RangeError(
      `${option} must be a moment (2026-11-23, 2026-11-23T09:30:00Z) or an age (90d, 12h, 30m), not "${text}"`,
    );
  return moment;
}

/** An age in seconds. RangeError says what it may look like. */
export function ageOf(option: string, text: string): number {
  const age = millisecondsOf(text);
  if (age === null) throw new RangeError(`${option} must be an age (60s, 5m, 12h), not "${text}"`);
  return age / 1_000;
}

function millisecondsOf(age: string): number | null {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(age) ?? [];
  return count && unit ? Number(count) * milliseconds[unit as keyof typeof milliseconds] : null;
}
