import type { Envelope, EventType } from '@fivepoint/contracts';
import { DomainError } from '@fivepoint/kernel';
import { escapeLiteral, type QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';
import { keyLock, lockClass } from '../advisory-locks';
import { byIndexFromNow, connectionUnder, type Sql, sqlOf } from '../sql';
import type { Tuning } from '../tuning';
import { type Handler, type RunInTransaction, Wait } from './handler';
import { recordDone, recordParked, recordWaiting, type Started } from './outcomes';

/** The stream was taken over while the handler ran: what it did is rolled back, and somebody else does it. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

export type Handled =
  /** Handled now; the stream stands behind it. `woken`: streams that waited for it may go on. `ended`: the claim is given back. */
  | { kind: 'done'; woken: boolean; ended: boolean }
  | { kind: 'waiting'; reason: string }
  /** Refused, and parked for it. */
  | { kind: 'refused'; reason: string }
  /** Another event of the key is being handled elsewhere. */
  | { kind: 'busy' }
  /** Somebody else has it. */
  | { kind: 'lost' };

/** Nothing is recorded yet: the handler waits for another key, and is asked once more under that key's lock. */
interface AskAgain {
  kind: 'ask again';
  on: string;
}

export interface StepSettings<C> {
  runInTransaction: RunInTransaction<C>;
  tuning: Tuning;
}

type Answer<C> = Awaited<ReturnType<Handler<EventType, C>['handle']>>;

/** How often a handler is asked again because its answer named another key to wait for. */
const askedAgain = 2;

/**
 * Handles one event in one transaction: lock the key, make sure that the event is still ours, let the handler work behind a savepoint, and
 * record the outcome together with the effects. Throws what the handler or the database threw; nothing has happened then.
 * @param last asked at the end: whether the claim ends with this event
 */
export async function handleStep<C>(
  settings: StepSettings<C>,
  handler: Handler<EventType, C>,
  started: Started,
  last: () => boolean,
): Promise<Handled> {
  let on: string | null = null;
  for (let asked = 0; ; asked++) {
    const handled: Handled | AskAgain = await attempt(settings, handler, started, last, on, asked === askedAgain);
    if (handled.kind !== 'ask again') return handled;
    on = handled.on;
  }
}

/**
 * @param on a second key that is locked, too. A handler that waits for an event of another key is asked once more under that key's lock:
 *   then no such event can be completed between its answer and the record of it, and no wake-up is lost.
 */
async function attempt<C>(
  { runInTransaction, tuning }: StepSettings<C>,
  handler: Handler<EventType, C>,
  started: Started,
  last: () => boolean,
  on: string | null,
  final: boolean,
): Promise<Handled | AskAgain> {
  const { stream, step } = started;
  const event: Envelope = step.row.envelope;
  let handled: Handled | AskAgain = { kind: 'lost' };

  await runInTransaction({ consumer: stream.consumer, tenantId: stream.tenantId, event }, async (command, manager) => {
    const { sql, entry, onFree } = await enter(manager, started, on);
    if (entry !== 'ours') {
      handled = { kind: entry };
      return 'UNDONE';
    }
    const answer: Answer<C> = await handler.handle(command, event);
    if (answer === undefined || answer === null) {
      handled = await done(sql, started, last(), null);
      return 'DONE';
    }
    await sql('rollback to savepoint handling');
    if (answer instanceof DomainError) {
      const reason = `${answer.code}: ${answer.message}`;
      await recordParked(sql, started, reason);
      handled = { kind: 'refused', reason };
      return 'REFUSED';
    }
    if (!(answer instanceof Wait))
      throw new Error(`the handler of ${event.type} must answer nothing, wait(…) or a DomainError`);
    if (answer.on !== undefined && answer.on !== stream.key && answer.on !== on && !final) {
      handled = { kind: 'ask again', on: answer.on };
      return 'UNDONE';
    }
    const other = answer.on === stream.key ? null : (answer.on ?? null);
    await recordWaiting(sql, started, answer.reason, other, !onFree, tuning);
    handled = { kind: 'waiting', reason: answer.reason };
    return 'WAITING';
  });
  return handled;
}

async function done(sql: Sql, started: Started, last: boolean, reason: string | null): Promise<Handled> {
  // Last in the transaction, so that it changes no plan of the handler's.
  await sql(byIndexFromNow);
  const { ours, woken } = await recordDone(sql, started, last, reason);
  if (!ours) throw new ClaimLost(`event ${started.step.row.eventId} was taken over`);
  return { kind: 'done', woken, ended: last };
}

interface Entry {
  sql: Sql;
  entry: 'ours' | 'busy' | 'lost';
  /** False when an event of the second key is being handled at this moment. */
  onFree: boolean;
}

/**
 * Locks and looks in one round trip, as statements of their own: each sees what had been committed before it, so that the look behind the
 * lock is up to date.
 */
async function enter(manager: EntityManager, { stream, step, instance }: Started, on: string | null): Promise<Entry> {
  const connection = await connectionUnder(manager);
  const lock = (key: string) =>
    `select pg_try_advisory_xact_lock(${lockClass.key}, ${keyLock(stream.consumer, stream.tenantId, key)}) as free`;
  const results = (await connection.query(`
    ${lock(stream.key)};
    select ${on === null ? 'true as free' : lock(on).slice('select '.length)};
    select from inbox_stream
    where tenant_id = ${escapeLiteral(stream.tenantId)} and consumer = ${escapeLiteral(stream.consumer)}
      and key = ${escapeLiteral(stream.key)} and topic = ${escapeLiteral(stream.topic)}
      and state = 'RUNNING' and claimed_by = ${instance} and handled = ${step.from};
    savepoint handling`)) as unknown as QueryResult<{ free: boolean }>[];
  const [own, other, place] = results;
  const entry = place?.rowCount !== 1 ? 'lost' : own?.rows[0]?.free === true ? 'ours' : 'busy';
  return { sql: sqlOf(connection), entry, onFree: other?.rows[0]?.free === true };
}
