/** Where the time comes from. Decisions take `now` as a parameter; only the wiring holds a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
