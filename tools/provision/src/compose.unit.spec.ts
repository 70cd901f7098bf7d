import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import type { ServiceConfig } from '@fivepoint/service';
import { config as acquisition } from '../../../apps/acquisition/src/config';
import { config as customerSuccess } from '../../../apps/customer-success/src/config';
import { config as deal } from '../../../apps/deal/src/config';
import { config as gateway } from '../../../apps/gateway/src/config';
import { config as planning } from '../../../apps/planning/src/config';
import { config as receivables } from '../../../apps/receivables/src/config';
import { deployables } from '../../build/src/deployables';
import { config as demo } from '../../demo/src/config';
import { artifacts } from '../../kafka/src/artifacts';
import { databaseOf, rolesOf } from '../../postgres/src/index';
import { config as provision } from './config';
import { composeFile, composeVariables, environmentFile, imageEnvironment, read } from './spec/compose-file';

const configs: Record<ServiceName, (env: NodeJS.ProcessEnv) => ServiceConfig> = {
  planning,
  acquisition,
  deal,
  receivables,
  'customer-success': customerSuccess,
};
const example = environmentFile('docker/.env.example');
const { services, volumes } = composeFile(example);
const image = imageEnvironment();
const kafkaAddress = services['kafka']?.environment?.['KAFKA_ADVERTISED_LISTENERS'];

/** The environment of a container, and which of its variables its program asked for. */
function surroundings(name: string): { env: NodeJS.ProcessEnv; asked: Set<string> } {
  const asked = new Set<string>();
  const set = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [key, String(value)]);
  const env = new Proxy<NodeJS.ProcessEnv>(Object.fromEntries([...Object.entries(image), ...set]), {
    get: (target, key) => (asked.add(String(key)), Reflect.get(target, key)),
  });
  return { env, asked };
}

/** Set, but read by nobody: a slip of the pen, or a variable that has been renamed. */
const unread = (name: string, asked: Set<string>): string[] =>
  Object.keys(services[name]?.environment ?? {}).filter((key) => !asked.has(key));

describe('docker-compose.yml', () => {
  test('gets every variable from the example of its environment file, which has no other', () => {
    expect(composeVariables().sort()).toEqual(Object.keys(example).sort());
  });

  test('builds every deployable, and nothing else', () => {
    const built = Object.entries(services).filter(([, { build }]) => build);
    for (const [name, { build, image: tag }] of built) {
      expect({ name, tag }).toEqual({ name: build?.args.SERVICE, tag: `fivepoint/${name}` });
    }
    expect(built.map(([name]) => name).sort()).toEqual(Object.keys(deployables).sort());
  });

  test('starts each part after what it needs', () => {
    for (const { depends_on = {} } of Object.values(services)) {
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(services)).toContain(needed);
        const once = services[needed]?.healthcheck?.disable === true;
        expect(condition).toBe(once ? 'service_completed_successfully' : 'service_healthy');
      }
    }
    for (const name of serviceNames) expect(services[name]?.depends_on).toHaveProperty('provision');
  });

  test('is reached from this machine only, at ports of its own', () => {
    const published = Object.values(services).flatMap(({ ports = [] }) => ports);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(new Set(published).size).toBe(published.length);
    expect(services['gateway']?.ports).toEqual(['127.0.0.1:4000:4000']);
  });

  test('keeps what must last in volumes of its own', () => {
    const used = Object.values(services).flatMap((service) => (service.volumes ?? []).map((one) => one.split(':')[0]));
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
  });

  test.each(serviceNames)('gives %s an environment that it starts with, and its own database', (name) => {
    const { env, asked } = surroundings(name);
    const started = configs[name](env);
    expect(unread(name, asked)).toEqual([]);
    expect(started).toMatchObject({ name, host: '0.0.0.0', production: true });
    expect(kafkaAddress).toBe(`PLAINTEXT://${started.kafkaBrokers.join()}`);
    const { app, relay } = rolesOf(name);
    for (const [url, role] of [
      [started.databaseUrl, app],
      [started.relayUrl, relay],
    ] as const) {
      const { username, password, hostname, port, pathname } = new URL(url);
      expect({ username, hostname, port, pathname }).toEqual({
        username: role,
        hostname: 'postgres',
        port: '5432',
        pathname: `/${databaseOf(name)}`,
      });
      expect(password).toBe(provision(surroundings('provision').env).server.rolePassword(role));
    }
  });

  test('gives the gateway an environment that it starts with, and the address of every service', () => {
    const { env, asked } = surroundings('gateway');
    const { port, host, subgraphs, identity } = gateway(env);
    expect(unread('gateway', asked)).toEqual([]);
    expect({ port, host }).toEqual({ port: 4000, host: '0.0.0.0' });
    expect(subgraphs).toEqual(
      Object.fromEntries(
        serviceNames.map((name) => [name, `http://${name}:${configs[name](surroundings(name).env).port}/graphql`]),
      ),
    );
    for (const name of serviceNames) expect(configs[name](surroundings(name).env).identity).toEqual(identity);
  });

  test('gives the one-shot that provisions what it needs, and passwords that owners share with nobody', () => {
    const { env, asked } = surroundings('provision');
    const { server, kafkaBrokers } = provision(env);
    expect(unread('provision', asked)).toEqual([]);
    expect(kafkaAddress).toBe(`PLAINTEXT://${kafkaBrokers.join()}`);
    const roles = serviceNames.flatMap((name) => [rolesOf(name).owner, rolesOf(name).app]);
    expect(new Set(roles.map((role) => server.rolePassword(role))).size).toBe(roles.length);
  });

  test('gives the one-shot that loads the demo the graph, planning and the folder of the issuer', () => {
    const { env, asked } = surroundings('demo');
    const { url, planningUrl, dataDir } = demo(env);
    expect(unread('demo', asked)).toEqual([]);
    expect(url).toBe(`http://gateway:${gateway(surroundings('gateway').env).port}/graphql`);
    expect(planningUrl).toBe(planning(surroundings('planning').env).databaseUrl);
    expect(dataDir).toBe(services['issuer']?.environment?.['FIVEPOINT_DATA']);
    expect(services['demo']?.volumes).toEqual(services['issuer']?.volumes);
  });

  test('runs the PostgreSQL and the Kafka that everything else is tried on', () => {
    expect(services['kafka']?.image).toBe(`apache/kafka:${artifacts.version}`);
    const { optionalDependencies } = JSON.parse(read('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const [embedded = ''] = Object.values(optionalDependencies);
    expect(embedded.startsWith(`${/^postgres:(\d+\.\d+)-/.exec(String(services['postgres']?.image))?.[1]}.`)).toBe(
      true,
    );
  });
});

describe('the Dockerfile', () => {
  const stages = read('docker/Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const final = String(stages.at(-1));

  test('takes its base by an exact version that the workspace allows', () => {
    const [, base] = /^ARG NODE_IMAGE=node:(\d+\.\d+\.\d+)-/m.exec(read('docker/Dockerfile')) ?? [];
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [major = 0, minor = 0] = engines.node.replace('>=', '').split('.').map(Number);
    const [haveMajor = 0, haveMinor = 0] = String(base).split('.').map(Number);
    expect(haveMajor > major || (haveMajor === major && haveMinor >= minor)).toBe(true);
    for (const stage of stages) expect(stage).toMatch(/^\$\{NODE_IMAGE\}/);
  });

  test('ends in an image without development packages, not run by root, that stops when it is told to', () => {
    expect(final).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(final).toMatch(/^STOPSIGNAL SIGTERM$/m);
    expect(final).toMatch(/^ENTRYPOINT \["node", "main\.js"\]$/m);
    expect(final).toMatch(/^HEALTHCHECK .* CMD \["node", "healthcheck\.mjs"\]$/m);
    expect(final).not.toMatch(/npm|--from=build \/house/);
    expect(stages.at(-2)).toContain('["npm", "ci", "--omit=dev", "--ignore-scripts"]');
  });
});
