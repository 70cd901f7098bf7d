import { type EventType, serviceNames } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { createTopics, emitAll, kafkaTransport } from '@fivepoint/messaging';
import { appDataSource, createService, inTenant, makeLog, migrate, type RunningService } from '@fivepoint/service';
import { describeKafka, eventually, exampleOf, testDatabase, type TestDatabase, testIssuer } from '@fivepoint/testing';
import { serviceNamed } from '../../local/src/services';
import { connected } from '../../postgres/src/index';
import { urlVariable } from './config';
import { runEvents } from './run';
import { withFault } from './spec/fault';

jest.setTimeout(300_000);

const registered = 'fivepoint.planning.account-registered.v1';
const updated = 'fivepoint.planning.account-updated.v1';

describeKafka('npm run events, in a deployment with Kafka', (kafka) => {
  const databases = new Map<string, TestDatabase>();
  const running: RunningService[] = [];
  const tenantId = uuidv7();
  let env: Record<string, string>;

  beforeAll(async () => {
    for (const name of serviceNames) {
      const { migrations } = serviceNamed(name);
      const migrated = async (ownerUrl: string) => void (await migrate({ migrations }, ownerUrl));
      databases.set(name, await testDatabase(name, { migrate: migrated }));
    }
    await createTopics({ brokers: kafka.brokers, partitions: 2 });
    for (const name of ['planning', 'acquisition'] as const) await start(name);
    env = { KAFKA_BROKERS: kafka.brokers.join(',') };
    for (const name of serviceNames) {
      env[urlVariable(name, 'app')] = database(name).appUrl;
      env[urlVariable(name, 'relay')] = database(name).relayUrl;
    }
    await eventually(() => expect(running.every(({ messaging }) => messaging.ready())).toBe(true), {
      timeoutMs: 180_000,
    });
  });
  afterAll(async () => {
    await Promise.all(running.map((one) => one.stop()));
    await Promise.all([...databases.values()].map((one) => one.drop()));
  });

  const database = (name: string) => databases.get(name)!;
  const start = async (name: 'planning' | 'acquisition') => {
    const { issuer, audience, jwks } = testIssuer();
    const log = makeLog(name, 'silent');
    const config = {
      ...{ name, host: '127.0.0.1', port: 0, production: false, logLevel: 'silent', databasePool: 12 },
      ...{ databaseUrl: database(name).appUrl, relayUrl: database(name).relayUrl, kafkaBrokers: [...kafka.brokers] },
      ...{ identity: { issuer, audience, keys: jwks }, introspection: false, otlpEndpoint: null },
    };
    const transport = kafkaTransport({ brokers: kafka.brokers, clientId: name, log });
    running.push(await createService(serviceNamed(name), config, { transport, log }));
  };
  const events = async (args: string[], changes: Record<string, string | undefined> = {}) => {
    const lines: string[] = [];
    const code = await runEvents(args, { ...env, ...changes }, (line) => lines.push(line));
    return [...lines, `exit ${code}`].join('\n');
  };
  const look = (name: string, sql: string, values: unknown[] = []) =>
    connected(database(name).superuserUrl, async (client) => (await client.query<object>(sql, values)).rows);
  /** What planning publishes of an account. */
  const publish = async (accountId: string, ...types: EventType[]) => {
    const dataSource = await appDataSource(database('planning').appUrl, [], 2).initialize();
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
  };
  const within = { timeoutMs: 120_000 };

  it('fills a hole and rebuilds a projection through the topics, from which nobody else takes it', async () => {
    const [whole, holed] = [uuidv7(), uuidv7()];
    const known = () => look('acquisition', 'select id from master_data where id = any($1)', [[whole, holed]]);
    await publish(whole, registered, updated);
    await eventually(async () => expect(await known()).toHaveLength(1), within);
    const { superuserUrl } = database('acquisition');
    await withFault(superuserUrl, { consumer: 'acquisition', type: registered, fault: 'lose' }, async () => {
      await publish(holed, registered, updated);
      await eventually(async () => expect(await events(['missing'])).toMatch(`${holed}        1`), within);
    });
    await running.pop()!.stop();
    expect(await events(['replay', 'acquisition', '--key', holed])).toBe(
      'sent acquisition 2 events, through Kafka\nexit 0',
    );
    expect(await events(['missing'])).toMatch(`${holed}        1`);
    await start('acquisition');
    await eventually(async () => expect(await known()).toHaveLength(2), within);

    const entries = () => look('planning', 'select * from timeline_entry order by id');
    await eventually(async () => expect(await entries()).toHaveLength(4), within);
    const before = await entries();
    await look('planning', `update timeline_entry set details = '[]'`);
    expect(await events(['replay', 'planning.timeline', '--rebuild'])).toBe(
      'planning.timeline has forgotten 4 events\nsent planning.timeline 4 events, through Kafka\nexit 0',
    );
    await eventually(async () => expect(await entries()).toEqual(before), within);
    expect(await look('acquisition', 'select from inbox')).toHaveLength(4);
    expect(await events(['rejected'])).toBe('nothing was rejected\nexit 0');
  });

  it('takes one owner and no other database to send again', async () => {
    const alone = Object.fromEntries(Object.keys(env).map((name) => [name, undefined])) as Record<string, undefined>;
    const planning = { ...alone, PLANNING_RELAY_DATABASE_URL: env['PLANNING_RELAY_DATABASE_URL'] };
    const sent = events(['resend', 'planning', 'acquisition'], { ...planning, KAFKA_BROKERS: env['KAFKA_BROKERS'] });
    expect(await sent).toMatch(/^sent acquisition \d+ events of planning, through Kafka\n/);
    await expect(events(['replay', 'acquisition'], planning)).rejects.toThrow('set ACQUISITION_RELAY_DATABASE_URL');
    expect(await events(['missing'], planning)).toMatch(
      /nothing is missing\n\nwithout acquisition, deal, receivables, customer-success, whose/,
    );
  });
});
