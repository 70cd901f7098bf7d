/** Where the time comes from. Decisions take `now` as a parameter; only the wiring holds a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at the given instant. It hands out copies, so that no caller can move it. */
export function fixedClock(instant: Date): Clock {
  const at = instant.getTime();
  if (Number.isNaN(at))
    throw new RangeError('fixedClock needs a valid date, for example new Date("2026-03-01T08:00:00Z")');
  return { now: () => new Date(at) };
}
