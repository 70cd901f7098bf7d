import { serviceNames, topicOf } from '@fivepoint/contracts';
import { describeKafka, ownCluster, type OwnCluster } from '@fivepoint/testing';
import { services } from '../../local/src/services';
import { connected, rolesOf, serviceDatabaseUrls } from '../../postgres/src/index';
import { config, passwordVariable } from './config';
import { provision } from './provision';

// Roles belong to the whole server, and the passwords here are others than those of the server of the run.
describeKafka('provision', (kafka) => {
  let cluster: OwnCluster;
  const said: string[] = [];
  const env = (): NodeJS.ProcessEnv => ({
    POSTGRES_URL: cluster.superuserUrl(),
    KAFKA_BROKERS: kafka.brokers.join(),
    ...Object.fromEntries(serviceNames.map((name) => [passwordVariable(name), `secret-of-${name}`])),
  });
  beforeAll(async () => {
    cluster = await ownCluster();
    await provision(config(env()), services, (line) => said.push(line));
  });
  afterAll(() => cluster.discard());

  test('makes every database, migrated, and every topic', () => {
    expect(said).toEqual([
      ...serviceNames.map((name) => expect.stringMatching(`^${name}: migrated by MessagingTables`)),
      `topics: made ${serviceNames.map(topicOf).join(', ')}`,
    ]);
  });

  test.each(serviceNames)('%s works with its own password, and its roles are only its own', async (name) => {
    const { server } = config(env());
    const { appUrl, relayUrl } = serviceDatabaseUrls(server, name);
    expect([appUrl, relayUrl].map((url) => new URL(url).password)).toEqual([`secret-of-${name}`, `secret-of-${name}`]);
    for (const [url, role] of [
      [appUrl, rolesOf(name).app],
      [relayUrl, rolesOf(name).relay],
    ] as const) {
      const { rows } = await connected(url, (client) =>
        client.query('select current_user as me, rolsuper from pg_roles where rolname = current_user'),
      );
      expect(rows).toEqual([{ me: role, rolsuper: false }]);
    }
    const other = serviceNames.find((one) => one !== name) ?? name;
    const foreign = new URL(serviceDatabaseUrls(server, other).appUrl);
    foreign.username = rolesOf(name).app;
    foreign.password = `secret-of-${name}`;
    await expect(connected(foreign.toString(), (client) => client.query('select 1'))).rejects.toThrow(
      'permission denied',
    );
  });

  test('run again changes nothing', async () => {
    const again: string[] = [];
    await provision(config(env()), services, (line) => again.push(line));
    expect(again).toEqual([...serviceNames.map((name) => `${name}: up to date`), 'topics: all there']);
  });
});

test('says everything that is wrong with its environment at once', () => {
  expect(() => config({ POSTGRES_URL: 'mysql://x', DEAL_DB_PASSWORD: 'with/slash' })).toThrow(
    /POSTGRES_URL must be[^]*KAFKA_BROKERS must name[^]*PLANNING_DB_PASSWORD must be a password[^]*DEAL_DB_PASSWORD must be/,
  );
});
