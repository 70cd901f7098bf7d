import { type EventType, serviceNames } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { createTopics, emitAll, kafkaTransport } from '@fivepoint/messaging';
import { appDataSource, createService, inTenant, makeLog, migrate, type RunningService } from '@fivepoint/service';
import {
  eventually,
  exampleOf,
  serverOfRun,
  type SpecKafka,
  testDatabase,
  type TestDatabase,
  testIssuer,
} from '@fivepoint/testing';
import { serviceNamed } from '../../../local/src/services';
import { connected, createServiceDatabase, quoted } from '../../../postgres/src/index';
import { urlVariable } from '../config';
import { runEvents } from '../run';

export type Started = 'planning' | 'acquisition';

/** Five migrated databases, a broker, and two services of the house at work between them. */
export class Deployment {
  readonly tenantId = uuidv7();
  readonly env: Record<string, string> = {};
  private readonly databases = new Map<string, TestDatabase>();
  private readonly running = new Map<Started, RunningService>();

  static async open(kafka: SpecKafka): Promise<Deployment> {
    const deployment = new Deployment(kafka);
    for (const name of serviceNames) {
      const { migrations } = serviceNamed(name);
      const migrated = async (ownerUrl: string) => void (await migrate({ migrations }, ownerUrl));
      const database = await testDatabase(name, { migrate: migrated });
      deployment.databases.set(name, database);
      deployment.env[urlVariable(name, 'app')] = database.appUrl;
      deployment.env[urlVariable(name, 'relay')] = database.relayUrl;
    }
    deployment.env['KAFKA_BROKERS'] = kafka.brokers.join(',');
    await createTopics({ brokers: kafka.brokers, partitions: 2 });
    for (const name of ['planning', 'acquisition'] as const) await deployment.start(name);
    await deployment.ready();
    return deployment;
  }

  private constructor(private readonly kafka: SpecKafka) {}

  database(name: string): TestDatabase {
    return this.databases.get(name)!;
  }

  async start(name: Started): Promise<void> {
    const { issuer, audience, jwks } = testIssuer();
    const log = makeLog(name, 'silent');
    const { appUrl: databaseUrl, relayUrl } = this.database(name);
    const config = {
      ...{ name, host: '127.0.0.1', port: 0, production: false, logLevel: 'silent', databasePool: 12 },
      ...{ databaseUrl, relayUrl, kafkaBrokers: [...this.kafka.brokers] },
      ...{ identity: { issuer, audience, keys: jwks }, introspection: false },
      ...{ otlpEndpoint: null, shutdownDelayMs: 0 },
    };
    const transport = kafkaTransport({ brokers: this.kafka.brokers, clientId: name, log });
    this.running.set(name, await createService(serviceNamed(name), config, { transport, log }));
  }

  ready(): Promise<void> {
    const all = () => [...this.running.values()].every(({ messaging }) => messaging.ready());
    return eventually(() => expect(all()).toBe(true), { timeoutMs: 180_000 });
  }

  async stop(name: Started): Promise<void> {
    await this.running.get(name)?.stop();
    this.running.delete(name);
  }

  async close(): Promise<void> {
    for (const name of [...this.running.keys()]) await this.stop(name);
    await Promise.all([...this.databases.values()].map((one) => one.drop()));
  }

  /** What the command prints in this process, with its exit code as the last line. */
  async events(args: readonly string[], changes: Record<string, string | undefined> = {}): Promise<string> {
    const lines: string[] = [];
    const code = await runEvents(args, { ...this.env, ...changes }, (line) => lines.push(line));
    return [...lines, `exit ${code}`].join('\n');
  }

  look<R extends object>(name: string, sql: string, values: unknown[] = []): Promise<R[]> {
    return connected(this.database(name).superuserUrl, async (client) => (await client.query<R>(sql, values)).rows);
  }

  /** What planning publishes of an account. */
  async publish(accountId: string, ...types: EventType[]): Promise<void> {
    const { tenantId } = this;
    const dataSource = await appDataSource(this.database('planning').appUrl, [], 2).initialize();
    await inTenant(dataSource, tenantId, (manager) =>
      emitAll(
        manager,
        'planning',
        { tenantId, now: new Date() },
        types.map((type) => ({
          ...{ type, key: accountId, subject: accountId, correlationId: uuidv7() },
          data: { ...exampleOf(type), accountId },
        })),
      ),
    );
    await dataSource.destroy();
  }

  /** Copies the database of a service that is stopped, as a backup does. */
  async backUp(name: Started): Promise<void> {
    const { name: database } = this.database(name);
    await createServiceDatabase(serverOfRun(), name, { database: `${database}_backup`, template: database });
  }

  /** Puts the copy in the place of the database; its service is stopped. */
  async restore(name: Started): Promise<void> {
    const { name: database } = this.database(name);
    await connected(serverOfRun().superuserUrl(), (client) =>
      client.query(`drop database ${quoted(database)} with (force)`),
    );
    await createServiceDatabase(serverOfRun(), name, { database, template: `${database}_backup` });
    await connected(serverOfRun().superuserUrl(), (client) =>
      client.query(`drop database ${quoted(`${database}_backup`)} with (force)`),
    );
  }
}
