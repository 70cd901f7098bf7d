import { setTimeout as pause } from 'node:timers/promises';

/** One handoff as it was seen: from the command that caused it to its effect in the next service. */
export interface Handoff {
  from: string;
  to: string;
  event: string;
  effect: string;
  milliseconds: number;
}

/** Waits for the effect of a handoff and notes how long it took. */
export class HandoffClock {
  readonly seen: Handoff[] = [];

  constructor(
    private readonly told: (handoff: Handoff) => void = () => undefined,
    /** How long anything that a handoff causes may take, in milliseconds. */
    readonly patienceMs = 120_000,
  ) {}

  /** Asks until `probe` has something. Throws with what is awaited when it does not come in time. */
  async await<T>(handoff: Omit<Handoff, 'milliseconds'>, probe: () => Promise<T | null | undefined>): Promise<T> {
    const started = performance.now();
    for (let wait = 5; ; wait = Math.min(wait * 1.5, 250)) {
      const found = await probe();
      if (found !== null && found !== undefined) {
        const seen = { ...handoff, milliseconds: performance.now() - started };
        this.seen.push(seen);
        this.told(seen);
        return found;
      }
      if (performance.now() - started > this.patienceMs)
        throw new Error(
          `${handoff.event} did not lead to "${handoff.effect}" in ${handoff.to} within ${this.patienceMs / 1000} s`,
        );
      await pause(wait);
    }
  }
}
