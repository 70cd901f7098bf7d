import { type ServiceName, topicOf } from '@fivepoint/contracts';
import { Pool } from 'pg';
import { type Gauge, readGauges } from './gauges';
import type { Consumer, RunInTransaction } from './in/handler';
import { inletOf, receivedAgain } from './in/inlet';
import { startPresence } from './in/presence';
import { type HandledEvent, startWorker } from './in/worker';
import { type Log, messageOf } from './log';
import { inboxOperators, type Operators } from './operators/operators';
import { prune } from './operators/prune';
import { clearForReplay, replay, type ReplaySettings, resend, retains } from './operators/replay';
import { outboxAge } from './operators/state';
import { outboxReader } from './out/outbox-reader';
import { startRelay } from './out/relay';
import { alwaysByIndex, inTransaction, sqlOf } from './sql';
import type { Transport } from './transport/transport';
import { defaultTuning, type Tuning } from './tuning';

export interface MessagingSettings<C> {
  service: ServiceName;
  /** The service's database, as its relay role. */
  relayUrl: string;
  transport: Transport;
  consumers: readonly Consumer<C>[];
  runInTransaction: RunInTransaction<C>;
  /** Told of each event that was handled, for metrics; it must not throw. */
  handled?(fact: HandledEvent): void;
  log: Log;
  tuning?: Partial<Tuning>;
}

export interface Messaging {
  /** True while events that come now are received and handled. */
  ready(): boolean;
  /** What is worth an alarm, read at this moment; empty while the database does not answer. */
  gauges(): Promise<Gauge[]>;
  operators: Operators;
  /** Finishes what is being published, stored and handled, and takes nothing new. */
  stop(): Promise<void>;
}

/**
 * Everything that events need in one service: the relay that publishes its outbox, the subscriptions that fill its inbox, the worker that
 * handles it. Opens a pool of four connections and two of its own on `relayUrl`; handlers run on the connections of `runInTransaction`.
 * Rejects when the database does not answer or has not been migrated.
 */
export async function startMessaging<C>(settings: MessagingSettings<C>): Promise<Messaging> {
  const { service, relayUrl, transport, consumers, runInTransaction, handled = () => undefined, log } = settings;
  const tuning = { ...defaultTuning, ...settings.tuning };
  const topic = topicOf(service);
  const pool = new Pool({
    connectionString: relayUrl,
    application_name: `messaging ${service}`,
    max: 4,
    keepAlive: true,
    options: alwaysByIndex,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
  });
  pool.on('error', (error) => log.warn({ service, error: messageOf(error) }, 'a database connection was lost'));
  const sql = sqlOf(pool);
  const outbox = outboxReader(sql);
  await outbox.prunedUntil().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });

  const names = consumers.map(({ name }) => name);
  const presence = startPresence({
    url: relayUrl,
    pool,
    service,
    consumers: names,
    log,
    tuning,
    kick: () => worker.kick(),
  });
  const claimant = { pool, consumers: names, instance: presence.instance, tuning };
  const worker = startWorker({ claimant, consumers, runInTransaction, handled, tuning, alive: presence.alive, log });

  const duplicates = new Map(names.map((name) => [name, 0]));
  const inlets = consumers.map((consumer) =>
    inletOf(consumer, pool, log, {
      stored: () => worker.kick(),
      duplicates: (count) => duplicates.set(consumer.name, duplicates.get(consumer.name)! + count),
    }),
  );
  const relay = startRelay({ url: relayUrl, topic, transport, log, tuning });
  const withdrawLog = transport.offerLog?.(topic, outbox);
  const subscriptions = inlets.map((inlet) => transport.subscribe(inlet));
  const stop = async () => {
    await Promise.all(subscriptions.map((one) => one.stop()));
    await Promise.all([worker.stop(), relay.stop()]);
    withdrawLog?.();
    await transport.stop();
    await presence.stop();
    await pool.end();
  };
  let stopped: Promise<void> | null = null;
  const replaying: ReplaySettings<C> = {
    ...{ pool, consumers, runInTransaction },
    logOf: (name) => transport.logOf?.(name) ?? null,
    send: (name, from, envelopes) =>
      inlets.find(({ consumer }) => consumer === name)!.receive(receivedAgain(name, from, envelopes)),
  };

  return {
    ready: () => presence.alive() && transport.ready() && subscriptions.every((one) => one.ready()),
    gauges: () =>
      readGauges(sql, transport.name, duplicates).catch((error: unknown) => {
        log.warn({ service, error: messageOf(error) }, 'the gauges of messaging cannot be read');
        return [];
      }),
    operators: {
      ...inboxOperators((work) => inTransaction(pool, work)),
      outboxAge: () => outboxAge(sql, transport.name),
      replay: (request) => replay(replaying, request),
      retains: (scope) => retains(outbox, scope),
      resend: (request) => resend(outbox, transport, topic, request),
      clearForReplay: (request) => clearForReplay(replaying, request),
      prune: (limits) => prune(sql, transport.readByAll?.(topic) ?? Number.MAX_SAFE_INTEGER, limits),
    },
    stop: () => (stopped ??= stop()),
  };
}
