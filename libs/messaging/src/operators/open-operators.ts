import { type Envelope, type ServiceName, topicOf } from '@fivepoint/contracts';
import { Pool } from 'pg';
import type { Consumer } from '../in/handler';
import { inletOf, receivedAgain } from '../in/inlet';
import type { CursorMove } from '../in/receive';
import { type Log, noLog } from '../log';
import { type OutboxReader, outboxReader } from '../out/outbox-reader';
import { alwaysByIndex, inTransaction, sqlOf } from '../sql';
import type { Transport } from '../transport/transport';
import { type InboxOperators, inboxOperators } from './operators';
import { prune, type Pruned, type PruneLimits } from './prune';
import { replay, type Replayed, type ReplayRequest, type ReplaySettings, resend } from './replay';
import { type OutboxAge, publications } from './state';
import { type StreamEnds, streamEnds } from './stream-ends';

/** What a replay needs beyond the consumer's own database. */
export type Reach<C> = Pick<ReplaySettings<C>, 'logOf' | 'send' | 'runInTransaction'>;

/** What an operator's own process does to a service, over all tenants, while the service runs and while it does not. */
export interface OpenOperators<C> extends InboxOperators {
  /** What the service has published. */
  readonly outbox: OutboxReader;
  /** Up to where its streams go, on both sides; `reconcile` compares them. */
  readonly ends: StreamEnds;
  /** How far behind each transport is that has ever published from here. */
  publications(): Promise<(OutboxAge & { transport: string })[]>;
  /** Stores events of one topic for a consumer, as a transport would bring them once more, and wakes whoever handles them. */
  deliver(consumer: string, topic: string, envelopes: readonly Envelope[]): Promise<void>;
  /** Up to where a consumer has read a topic without a broker; null where it never has. */
  cursor(consumer: string, topic: string): Promise<CursorMove | null>;
  replay(request: ReplayRequest, reach: Reach<C>): Promise<Replayed>;
  /** Publishes what the outbox holds of a scope once more, for one consumer. */
  resend(transport: Pick<Transport, 'resend'>, request: Pick<ReplayRequest, 'consumer' | 'scope'>): Promise<number>;
  /** @param readByAll up to which position everybody has read the outbox who reads it himself */
  prune(limits: PruneLimits, readByAll: number): Promise<Pruned>;
  close(): Promise<void>;
}

/**
 * Opens a service's database as its relay role, beside the service itself: what is written is what the service would have written, in the
 * same transactions, so that its workers may go on meanwhile.
 */
export function openOperators<C>(
  { service, relayUrl, consumers }: { service: ServiceName; relayUrl: string; consumers: readonly Consumer<C>[] },
  log: Log = noLog,
): OpenOperators<C> {
  const pool = new Pool({
    connectionString: relayUrl,
    application_name: `operator ${service}`,
    max: 2,
    options: alwaysByIndex,
    connectionTimeoutMillis: 10_000,
  });
  // The next statement tells of a lost connection.
  pool.on('error', () => undefined);
  const sql = sqlOf(pool);
  const outbox = outboxReader(sql);
  const inlets = consumers.map((consumer) =>
    inletOf(consumer, pool, log, { stored: () => undefined, duplicates: () => undefined }),
  );
  const inletNamed = (name: string) => {
    const inlet = inlets.find(({ consumer }) => consumer === name);
    if (!inlet) throw new Error(`there is no consumer ${name} in ${service}`);
    return inlet;
  };
  return {
    ...inboxOperators((work) => inTransaction(pool, work)),
    outbox,
    ends: streamEnds(sql),
    publications: () => publications(sql),
    async deliver(name, topic, envelopes) {
      await inletNamed(name).receive(receivedAgain(name, topic, envelopes));
      await sql(`select pg_notify('inbox', '')`);
    },
    cursor: (name, topic) => inletNamed(name).cursor(topic),
    replay: (request, reach) => replay({ pool, consumers, ...reach }, request),
    resend: (transport, request) => resend(outbox, transport, topicOf(service), request),
    prune: (limits, readByAll) => prune(sql, readByAll, limits),
    close: () => pool.end(),
  };
}
