import type { AnyEnvelope, Envelope } from '@fivepoint/contracts';
import type { Pool } from 'pg';
import { type Consumer, type ReplayScope, type RunInTransaction, topicsOf } from '../in/handler';
import { firstIdOf, inTurn, type OutboxReader, turnOf } from '../out/outbox-reader';
import { isPassing } from '../passing-trouble';
import { sqlOf, sqlUnder } from '../sql';
import type { Transport } from '../transport/transport';
import { listMissing, type MissingEvent } from './state';

export interface ReplayRequest {
  consumer: string;
  /** missing: fills holes, and handles what was ignored while there was no handler. rebuild: forgets first; for projections only. */
  mode: 'missing' | 'rebuild';
  scope: ReplayScope;
}

export interface Replayed {
  /** Events sent again. */
  sent: number;
  /** Inbox entries that were deleted first. */
  cleared: number;
  /** Holes of the scope that stay: what would fill them was not among the events sent. */
  unfilled: MissingEvent[];
}

/** A replay that would lose something or cannot be done here; nothing has been changed. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
}

/** The consumer's half of a replay. */
export interface ClearSettings<C> {
  /** The consumer's database, as its relay role. */
  pool: Pool;
  consumers: readonly Consumer<C>[];
  runInTransaction: RunInTransaction<C>;
}

export interface ReplaySettings<C> extends ClearSettings<C> {
  /** The owners' logs that are within reach. */
  logOf(topic: string): OutboxReader | null;
  /** Brings events to one consumer of this service once more. */
  send(consumer: string, topic: string, envelopes: readonly Envelope[]): Promise<void>;
}

/** Events read and sent at once. */
const batch = 250;

/**
 * Sends a consumer of this service what the owners' outboxes hold for it, where all of their logs are within reach. Elsewhere it takes three
 * steps: `retains` at each owner, `clearForReplay` at the consumer (rebuild only), `resend` at each owner.
 */
export async function replay<C>(
  settings: ReplaySettings<C>,
  { consumer: name, mode, scope }: ReplayRequest,
): Promise<Replayed> {
  const logs = topicsOf(consumerOf(settings, name)).map((topic) => ({ topic, log: settings.logOf(topic) }));
  for (const { topic, log } of logs) {
    if (!log) throw new ReplayRefused(`the owner of ${topic} is not in this process: run retains and resend there`);
    if (mode === 'rebuild' && !(await retains(log, scope))) {
      const until = (await log.prunedUntil())?.toISOString();
      throw new ReplayRefused(
        `the outbox of ${topic} has been pruned within this scope, until ${until}: say since when`,
      );
    }
  }
  const holes = await holesIn(settings.pool, name, scope);
  const cleared = mode === 'rebuild' ? await clearForReplay(settings, { consumer: name, scope }) : 0;
  let sent = 0;
  for (const { topic, log } of logs) {
    sent += await eachBatch(log!, scope, async (envelopes) => {
      await settings.send(name, topic, envelopes);
      for (const { tenantId, key, sequence } of envelopes) holes.delete(place(topic, tenantId, key, sequence));
    });
  }
  return { sent, cleared, unfilled: [...holes.values()] };
}

/** What is missing of a scope, by its place; of which turn and when it was made is known of none. */
async function holesIn(pool: Pool, consumer: string, { tenantId, key }: ReplayScope) {
  const missing = await listMissing(sqlOf(pool), { consumer, ...(tenantId !== undefined && { tenantId }) });
  return new Map(
    missing
      .filter((hole) => key === undefined || hole.key === key)
      .map((hole) => [place(hole.topic, hole.tenantId, hole.key, hole.sequence), hole]),
  );
}

const place = (...parts: readonly (string | number)[]): string => parts.join('\u0000');

/** Whether an owner still has everything of a scope: a projection that is cleared must be able to get it all again. */
export async function retains(log: OutboxReader, { since }: ReplayScope): Promise<boolean> {
  const prunedUntil = await log.prunedUntil();
  return prunedUntil === null || (since !== undefined && since > prunedUntil);
}

/** The owner's half: publishes what it has of a scope once more, for one consumer; all others drop it. Gives the number of events. */
export function resend(
  log: OutboxReader,
  transport: Pick<Transport, 'resend'>,
  topic: string,
  { consumer, scope }: { consumer: string; scope: ReplayScope },
): Promise<number> {
  return eachBatch(log, scope, (envelopes) => transport.resend(topic, envelopes, consumer));
}

/**
 * The consumer's half of a rebuild, in one transaction per stream: deletes the inbox entries of the scope and what they wrote, and sets the
 * stream back to just before the first of them. What is being handled there at the moment is undone and comes again.
 */
export async function clearForReplay<C>(
  settings: ClearSettings<C>,
  { consumer: name, scope }: { consumer: string; scope: ReplayScope },
): Promise<number> {
  const { projection } = consumerOf(settings, name);
  if (!projection) throw new ReplayRefused(`${name} is no projection: what it did cannot be taken back`);
  const streams = await sqlOf(settings.pool)<{ tenant_id: string; topic: string; key: string }>(streamsInScope, [
    name,
    ...scopeValues(scope),
  ]);
  let cleared = 0;
  for (const { tenant_id: tenantId, topic, key } of streams) {
    await unlessInterrupted(() =>
      settings.runInTransaction({ consumer: name, tenantId, event: null }, async (command, manager) => {
        const sql = await sqlUnder(manager);
        const stream = [tenantId, name, topic, key];
        await sql(lockStream, stream);
        const rows = await sql<{ event_id: string; sequence: string }>(deleteInScope, [
          name,
          ...scopeValues(scope),
          tenantId,
          topic,
          key,
        ]);
        if (rows.length === 0) return 'UNDONE';
        await sql(setBack, [...stream, Math.min(...rows.map(({ sequence }) => Number(sequence)))]);
        await projection.clear(
          command,
          scope,
          rows.map((row) => row.event_id),
        );
        cleared += rows.length;
        return 'DONE';
      }),
    );
  }
  return cleared;
}

function consumerOf<C>({ consumers }: ClearSettings<C>, name: string): Consumer<C> {
  const found = consumers.find((consumer) => consumer.name === name);
  if (!found) throw new ReplayRefused(`there is no consumer ${name} here`);
  return found;
}

/** A handler that is at work in the stream may make a deadlock of it: one of the two is tried again. */
async function unlessInterrupted(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isPassing(error) || tries >= 5) throw error;
    }
  }
}

/** All that there is of a scope now; what is published meanwhile comes by itself, and would never end. */
async function eachBatch(
  log: OutboxReader,
  scope: ReplayScope,
  work: (envelopes: readonly AnyEnvelope[]) => Promise<void>,
): Promise<number> {
  let sent = 0;
  for (let position = 0; ;) {
    const events = await log.inScope(scope, position, batch);
    if (events.length > 0) await work(events.map(({ envelope }) => envelope));
    sent += events.length;
    if (events.length < batch) return sent;
    position = events.at(-1)!.position;
  }
}

/** A scope as the four parameters after the first. */
function scopeValues({ tenantId, key, correlationId, since }: ReplayScope): unknown[] {
  return [tenantId ?? null, key ?? null, turnOf(correlationId), since ? firstIdOf(since) : null];
}

const inScope = `
($2::uuid is null or tenant_id = $2) and ($3::text is null or key = $3)
and ($4::text is null or ${inTurn(4)}) and ($5::uuid is null or event_id >= $5)`;

const streamsInScope = `
select distinct tenant_id, topic, key from inbox where consumer = $1 and ${inScope} order by tenant_id, key, topic`;

const lockStream = `
select from inbox_stream where tenant_id = $1 and consumer = $2 and topic = $3 and key = $4 for update`;

const deleteInScope = `
delete from inbox where consumer = $1 and ${inScope} and tenant_id = $6 and topic = $7 and key = $8
returning event_id, sequence`;

/** Where nothing was left to handle, all that is now is sent again; what of today stood open goes on before others. */
const setBack = `
update inbox_stream set
  handled = least(handled, $5::bigint - 1), state = 'READY', claimed_by = null, due_at = clock_timestamp(), waiting_since = null, waits_on = null,
  past = past or state = 'IDLE'
where tenant_id = $1 and consumer = $2 and topic = $3 and key = $4`;
