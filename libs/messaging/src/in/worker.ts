import type { EventType } from '@fivepoint/contracts';
import { type Log, messageOf } from '../log';
import { isPassing } from '../passing-trouble';
import { sqlOf } from '../sql';
import { Backoff, Bell } from '../waiting';
import { type Claim, type Claimant, claimRuns, claimSuspect, prospect, type Stream } from './claim';
import { processGate } from './gate';
import { ClaimLost, type Handled, handleStep, type StepSettings } from './handle-step';
import type { Consumer, Handler } from './handler';
import { type AfterFailure, recordFailure, recordInterruption, type Started, stepBack } from './outcomes';
import { giveBackStrays } from './strays';

/**
 * What came of one event, once that is recorded. Done, waiting and refused are the handler's answers; after an error it is failed and tried
 * again, or parked for good; interrupted it was by the database or the network.
 */
export interface HandledEvent {
  consumer: string;
  type: EventType;
  outcome: 'done' | 'waiting' | 'refused' | 'failed' | 'parked' | 'interrupted';
  /** How long it was worked on, this time. */
  seconds: number;
  /** How long ago it occurred, by the clock of whoever said so; null for recorded history, which has a time of its own. */
  ageSeconds: number | null;
}

export interface WorkerSettings<C> extends StepSettings<C> {
  claimant: Claimant;
  consumers: readonly Consumer<C>[];
  /** Told of each event; it must not throw. */
  handled(fact: HandledEvent): void;
  /** Whether this instance shows that it lives; while it does not, it claims nothing. */
  alive(): boolean;
  log: Log;
}

/** While streams are claimed one after the other, the look for what else there is comes this often. */
const prospectMs = 200;

export interface Worker {
  /** Something may be due. */
  kick(): void;
  /** Resolves when what was being handled has been handled and recorded. */
  stop(): Promise<void>;
}

/** Handles what is in the inbox: many streams at once, each in its order, suspects alone. */
export function startWorker<C>(settings: WorkerSettings<C>): Worker {
  const { claimant, consumers, alive, log } = settings;
  const { concurrency, pollMs, reconnectMs } = claimant.tuning;
  const handlers = handlersOf(consumers);
  const bell = new Bell();
  const running = new Map<Promise<void>, Stream>();
  let stopping = false;
  /** Whether the database may hold claims of ours that we know nothing of; looked at now and then in any case. */
  let astray = false;
  let looked = performance.now();
  let prospected = -Infinity;

  const start = (claim: Claim): Promise<void> => {
    const run: Promise<void> = handleRun(
      settings,
      handlers,
      claim,
      () => stopping,
      () => bell.ring(),
    )
      .then((whole) => {
        astray ||= !whole;
      })
      .catch((error: unknown) => {
        astray = true;
        log.error({ ...claim.stream, error: messageOf(error) }, 'the outcome of an event could not be recorded');
      })
      .finally(() => {
        running.delete(run);
        bell.ring();
      });
    running.set(run, claim.stream);
    return run;
  };

  const round = async (): Promise<void> => {
    const free = concurrency - running.size;
    if (free === 0 || !alive()) return bell.wait(pollMs);
    if (astray || performance.now() - looked > claimant.tuning.aliveCheckMs) {
      await giveBackStrays(sqlOf(claimant.pool), claimant.instance, [...running.values()]);
      [astray, looked] = [false, performance.now()];
    }
    const claims = await claimRuns(claimant, free);
    for (const claim of claims) void start(claim);
    // Suspects must get their turn, also while there is always something else to do.
    if (claims.length > 0 && performance.now() - prospected < prospectMs) return;
    const { suspects, dueInMs } = await prospect(claimant);
    prospected = performance.now();
    if (suspects && !stopping) {
      await processGate.alone(async () => {
        const claim = stopping ? null : await claimSuspect(claimant);
        if (claim) await start(claim);
      });
    } else if (claims.length === 0) {
      // What is due and yet not to be had runs elsewhere, or another topic of its key does.
      await bell.wait(Math.min(Math.max(dueInMs ?? pollMs, 50), pollMs));
    }
  };

  const looping = (async () => {
    while (!stopping) {
      try {
        await round();
      } catch (error) {
        astray = true;
        if (stopping) break;
        log.warn({ consumers: claimant.consumers, error: messageOf(error) }, 'claiming failed; it is tried again');
        await new Promise((resolve) => setTimeout(resolve, reconnectMs));
      }
    }
    await Promise.all(running.keys());
  })();

  return {
    kick: () => bell.ring(),
    stop() {
      stopping = true;
      bell.ring();
      return looping;
    },
  };
}

type Handlers<C> = ReadonlyMap<string, ReadonlyMap<string, Handler<EventType, C>>>;

function handlersOf<C>(consumers: readonly Consumer<C>[]): Handlers<C> {
  return new Map(
    consumers.map(({ name, handlers }) => [name, new Map(handlers.map((handler) => [handler.type, handler]))]),
  );
}

/** Handles the events of a claim until it ends; false when it cannot be told whether the claim has been given back. */
async function handleRun<C>(
  settings: WorkerSettings<C>,
  handlers: Handlers<C>,
  { stream, steps, alone }: Claim,
  stopping: () => boolean,
  woken: () => void,
): Promise<boolean> {
  for (const step of steps) {
    const started: Started = { stream, step, instance: settings.claimant.instance };
    const last = () => step === steps.at(-1) || stopping();
    const one = () => handleOne(settings, handlers, started, last, woken);
    const after = await (alone ? one() : processGate.together(one));
    if (after !== 'GOES ON') return after === 'GIVEN BACK';
  }
  return true;
}

/** What became of a claim with one of its events. */
type ClaimState = 'GOES ON' | 'GIVEN BACK' | 'UNKNOWN';

/** Handles one event and records its outcome, whatever it is. */
async function handleOne<C>(
  settings: WorkerSettings<C>,
  handlers: Handlers<C>,
  started: Started,
  last: () => boolean,
  woken: () => void,
): Promise<ClaimState> {
  const { stream, step } = started;
  const { type } = step.row.envelope;
  const begun = performance.now();
  let handled: Handled;
  try {
    const handler = handlers.get(stream.consumer)?.get(type);
    if (!handler) throw new Error(`${stream.consumer} has no handler for ${type} any more`);
    handled = await handleStep(settings, handler, started, last);
    if (handled.kind === 'busy') await stepBack(sqlOf(settings.claimant.pool), started);
  } catch (error) {
    const seconds = secondsSince(begun);
    const after = error instanceof ClaimLost ? null : await recordTrouble(settings, started, error, last);
    tellFailure(settings.log, started, messageOf(error), after);
    if (!after) return 'UNKNOWN';
    const again = isPassing(error) ? 'interrupted' : 'failed';
    settings.handled(fact(started, after.state === 'PARKED' ? 'parked' : again, seconds));
    return 'GIVEN BACK';
  }
  tell(settings.log, started, handled);
  if (handled.kind === 'busy') return 'GIVEN BACK';
  if (handled.kind === 'lost') return 'UNKNOWN';
  settings.handled(fact(started, handled.kind, secondsSince(begun)));
  if (handled.kind !== 'done') return 'GIVEN BACK';
  if (handled.woken) woken();
  return handled.ended ? 'GIVEN BACK' : 'GOES ON';
}

const secondsSince = (begun: number): number => (performance.now() - begun) / 1000;

function fact({ stream, step }: Started, outcome: HandledEvent['outcome'], seconds: number): HandledEvent {
  const { type, time, origin } = step.row.envelope;
  const ageSeconds = origin ? null : (Date.now() - Date.parse(time)) / 1000;
  return { consumer: stream.consumer, type, outcome, seconds, ageSeconds };
}

/** A failure is recorded on a connection of its own, because the one it happened on may be gone; and for as long as it takes. */
async function recordTrouble<C>(
  { claimant }: WorkerSettings<C>,
  started: Started,
  error: unknown,
  stopping: () => boolean,
): Promise<AfterFailure | null> {
  const { pool, tuning } = claimant;
  const reason = messageOf(error);
  const backoff = new Backoff(tuning.reconnectMs, tuning.longestReconnectMs);
  const record = isPassing(error) ? recordInterruption : recordFailure;
  for (let tries = 1; ; tries++) {
    try {
      return await record(sqlOf(pool), started, reason, tuning);
    } catch (trouble) {
      // A stop does not wait for a database that is gone: the next instance finds the start.
      if (!isPassing(trouble) || (stopping() && tries >= 3)) throw trouble;
      await new Promise((resolve) => setTimeout(resolve, backoff.pause()));
    }
  }
}

function about({ stream, step }: Started): object {
  const { id, type, correlationId } = step.row.envelope;
  return { consumer: stream.consumer, key: stream.key, sequence: step.row.sequence, event: id, type, correlationId };
}

function tell(log: Log, started: Started, handled: Handled): void {
  if (handled.kind === 'refused') log.error({ ...about(started), reason: handled.reason }, 'event refused and parked');
  else log.debug({ ...about(started), ...handled }, `event ${handled.kind}`);
}

function tellFailure(log: Log, started: Started, reason: string, after: AfterFailure | null): void {
  if (!after) log.info({ ...about(started), reason }, 'event was not ours any more');
  else if (after.state === 'PARKED')
    log.error({ ...about(started), ...after, reason }, 'event failed too often and is parked');
  else log.warn({ ...about(started), ...after, reason }, 'event failed; it is tried again');
}
