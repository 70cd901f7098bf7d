import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AnyEnvelope,
  type Envelope,
  type EventMap,
  eventTypes,
  type EventType,
  type ServiceName,
} from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { Pool, type QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Consumer,
  emitAll,
  type EmitRequest,
  type HandledEvent,
  type Log,
  type Messaging,
  messagingChanges,
  messagingTables,
  rolesOf,
  type RunInTransaction,
  startMessaging,
  type Transport,
  type Tuning,
} from '../index';

/** What handlers get in specs: enough to write a row in the event's transaction. */
export interface SpecCommand {
  manager: EntityManager;
  tenantId: string;
}

/** Times at which a spec does not wait for anything. */
export const fastTuning: Partial<Tuning> = {
  retryMs: 20,
  longestRetryMs: 200,
  waitMs: 300,
  longestWaitMs: 600,
  pollMs: 200,
  aliveCheckMs: 250,
  aliveGraceMs: 0,
  hungMs: 5_000,
  reconnectMs: 20,
  longestReconnectMs: 200,
};

/** A database as the roles of the service, and past them. */
export interface SpecDatabase {
  readonly appUrl: string;
  readonly relayUrl: string;
  readonly superuserUrl: string;
}

/** A service's database with messaging's tables and one table for what handlers did. */
export interface SpecService {
  readonly name: ServiceName;
  readonly database: SpecDatabase;
  readonly dataSource: DataSource;
  /** Looks at everything, past all policies. */
  look<R extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** Emits in one transaction, which stays open until `before` has resolved. */
  emit(
    requests: readonly EmitRequest[],
    tenantId?: string,
    before?: (manager: EntityManager) => Promise<void>,
  ): Promise<AnyEnvelope[]>;
  runInTransaction: RunInTransaction<SpecCommand>;
  start(
    transport: Transport,
    consumers: readonly Consumer<SpecCommand>[],
    tuning?: Partial<Tuning>,
    handled?: (fact: HandledEvent) => void,
  ): Promise<Messaging>;
  stop(): Promise<void>;
}

export const tenant = '0198c000-0000-7000-8000-000000000001';

/** What was logged, for specs that assert on it. */
export function recordingLog(): Log & { lines: { level: string; fields: object; message: string }[] } {
  const lines: { level: string; fields: object; message: string }[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

const effectTable = (app: string) => `
  create table effect (
    n bigint generated always as identity,
    tenant_id uuid not null, consumer text not null, topic text not null, key text not null, sequence bigint not null,
    event_id uuid not null, data json not null,
    primary key (tenant_id, n)
  );
  alter table effect enable row level security;
  create policy tenant on effect using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
  grant select, insert, update, delete on effect to ${app};`;

export async function migrateForSpecs(name: ServiceName, ownerUrl: string): Promise<void> {
  const roles = rolesOf(name);
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [messagingTables(roles), ...messagingChanges(roles)],
  });
  await owner.initialize();
  await owner.runMigrations();
  await owner.query(effectTable(roles.app));
  await owner.destroy();
}

/** Works on a database that somebody else has made; `drop` is called at the end. */
export async function serviceOn(
  name: ServiceName,
  database: SpecDatabase,
  drop = async () => {},
): Promise<SpecService> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.appUrl,
    poolSize: 12,
    entities: [],
  }).initialize();
  const superuser = new Pool({ connectionString: database.superuserUrl, max: 2 });
  superuser.on('error', () => undefined);
  const running = new Set<Messaging>();

  const inTenant = async <R>(tenantId: string, work: (manager: EntityManager) => Promise<R>) =>
    dataSource.transaction(async (manager) => {
      await manager.query(`set local app.tenant = '${tenantId}'`);
      return work(manager);
    });
  const runInTransaction: RunInTransaction<SpecCommand> = ({ tenantId }, work) =>
    inTenant(tenantId, (manager) => work({ manager, tenantId }, manager));

  return {
    name,
    database,
    dataSource,
    async look<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []) {
      return (await superuser.query<R>(sql, [...values])).rows;
    },
    emit: (requests, tenantId = tenant, before) =>
      inTenant(tenantId, async (manager) => {
        const events = await emitAll(manager, name, { tenantId, now: new Date() }, requests);
        await before?.(manager);
        return events;
      }),
    runInTransaction,
    async start(transport, consumers, tuning = {}, handled = () => undefined) {
      const messaging = await startMessaging({
        service: name,
        relayUrl: database.relayUrl,
        transport,
        consumers,
        runInTransaction,
        handled,
        log: recordingLog(),
        tuning: { ...fastTuning, ...tuning },
      });
      const started: Messaging = {
        ...messaging,
        async stop() {
          running.delete(started);
          await messaging.stop();
        },
      };
      running.add(started);
      return started;
    },
    async stop() {
      await Promise.all([...running].map((one) => one.stop()));
      await dataSource.destroy();
      await superuser.end();
      await drop();
    },
  };
}

const examples = new Map<EventType, unknown>();

/** The contract's own example of a type, with some fields replaced. */
export function exampleOf<T extends EventType>(type: T, changes: Partial<EventMap[T]> = {}): EventMap[T] {
  const [, owner, name] = /^fivepoint\.([a-z-]+)\.([a-z-]+)\.v1$/.exec(type) ?? [];
  if (!examples.has(type)) {
    const file = join(__dirname, '../../../contracts/events', owner!, `${name}.v1.example.json`);
    examples.set(type, JSON.parse(readFileSync(file, 'utf8')));
  }
  return { ...(examples.get(type) as EventMap[T]), ...changes };
}

/** A request to emit the example of a type under a key. */
export function fact<T extends EventType>(type: T, key: string, changes: Partial<EventMap[T]> = {}): EmitRequest {
  return { type, key, subject: uuidv7(), data: exampleOf(type, changes), correlationId: uuidv7() } as EmitRequest;
}

export const signed = 'fivepoint.deal.contract-signed.v1';
export const lost = 'fivepoint.deal.deal-lost.v1';
export const paid = 'fivepoint.receivables.payment-received.v1';

/** The handler of most specs: leaves one row per event. */
export async function leaveEffect(consumer: string, { manager }: SpecCommand, event: Envelope): Promise<void> {
  await manager.query(
    'insert into effect (tenant_id, consumer, topic, key, sequence, event_id, data) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      event.tenantId,
      consumer,
      eventTypes[event.type].topic,
      event.key,
      event.sequence,
      event.id,
      JSON.stringify(event.data),
    ],
  );
}

export interface Effect {
  n: string;
  consumer: string;
  topic: string;
  key: string;
  sequence: string;
  event_id: string;
}

export function effectsOf(service: SpecService, consumer: string = service.name): Promise<Effect[]> {
  return service.look<Effect & QueryResultRow>('select * from effect where consumer = $1 order by n', [consumer]);
}
