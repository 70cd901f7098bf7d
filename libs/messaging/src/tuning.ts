/** What may be turned, with what is right for production. Times in milliseconds. Specs turn them down to be fast. */
export interface Tuning {
  /** Streams handled at once by one service in one process; the app's pool needs as many connections. */
  concurrency: number;
  /** Events of one stream handled before others get their turn. */
  longestRun: number;
  /** Failures of an event until it is parked. */
  maxAttempts: number;
  /** Pause after the first failure; it doubles up to the longest. */
  retryMs: number;
  longestRetryMs: number;
  /** Pause after the first WAIT; it doubles up to the longest. */
  waitMs: number;
  longestWaitMs: number;
  /** The slow poll behind every notification. */
  pollMs: number;
  /** Time between two looks for dead instances; only who is absent in both is dead. */
  aliveCheckMs: number;
  /** After PostgreSQL's own start nobody is called dead for so long. */
  aliveGraceMs: number;
  /**
   * A process that says nothing to PostgreSQL for so long hangs: its connection answers for it, so that PostgreSQL itself must end the session
   * and with it the locks. Far more than any other time here; what takes longer, as publishing to a slow broker may, is done while speaking.
   */
  hungMs: number;
  /** Starts made alone that killed the process, until the event is parked. */
  aloneStarts: number;
  /** Interruptions that are not the event's fault until it runs alone, and until it is parked. */
  interruptionsAlone: number;
  interruptionsParked: number;
  /** Pause before a lost connection is opened again; it doubles up to the longest. */
  reconnectMs: number;
  longestReconnectMs: number;
  /** Events published in one batch. */
  publishBatch: number;
}

export const defaultTuning: Readonly<Tuning> = {
  concurrency: 8,
  longestRun: 16,
  maxAttempts: 8,
  retryMs: 200,
  longestRetryMs: 30_000,
  waitMs: 1_000,
  longestWaitMs: 15_000,
  pollMs: 1_000,
  aliveCheckMs: 5_000,
  aliveGraceMs: 10_000,
  hungMs: 60_000,
  aloneStarts: 3,
  interruptionsAlone: 5,
  interruptionsParked: 20,
  reconnectMs: 200,
  longestReconnectMs: 10_000,
  publishBatch: 250,
};
