import { createTopics } from '@fivepoint/messaging';
import { closed, listen, stopAll, type Stoppable } from '@fivepoint/service';
import { readyDatabases } from '../../local/src/databases';
import { services } from '../../local/src/services';
import { issuerFile, kafkaFolder, postgresFolder } from '../../local/src/settings';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { urlOf } from '../../dev/src/url-of';
import { issuerApp } from '../../issuer/src/http';
import { LocalIssuer } from '../../issuer/src/issuer';
import { type KafkaBroker, startKafka } from '../../kafka/src/index';
import { type Cluster, type ServiceDatabase, startCluster, throwAwaySettings } from '../../postgres/src/index';
import { Ports } from './ports';
import { Proxy } from './proxy';

/** What outlives the processes that are killed: a PostgreSQL and a Kafka, each behind a proxy, and who gives out tokens. */
export interface World {
  readonly folder: string;
  readonly ports: Ports;
  readonly cluster: Cluster;
  readonly postgresProxy: Proxy;
  readonly kafka: WorldKafka | null;
  readonly issuer: LocalIssuer;
  readonly issuerUrl: string;
  /** Fresh databases of a house of its own, as its processes reach them and as we do. */
  databases(prefix: string): Promise<{ proxied: Map<string, ServiceDatabase>; direct: Map<string, ServiceDatabase> }>;
  /** Stops and removes everything. */
  stop(): Promise<void>;
}

export interface WorldKafka {
  readonly proxy: Proxy;
  /** What clients are told. */
  readonly brokers: string;
  createTopics(prefix: string): Promise<void>;
  /** SIGKILL and start again; or, where it may end well, a restart in order. */
  restart(how: 'killed' | 'stopped'): Promise<void>;
}

export interface WorldOptions {
  /** The first port that may be used. */
  port: number;
  kafka: boolean;
  env: NodeJS.ProcessEnv;
  /** Filled as parts start. */
  parts?: Stoppable[];
}

export async function startWorld({ port, kafka: wanted, env, parts = [] }: WorldOptions): Promise<World> {
  const { dataDir: folder, remove } = throwAwayFolder('chaos');
  parts.push({ stop: remove });
  try {
    const ports = new Ports(port);
    const issuer = await LocalIssuer.open(issuerFile(folder), false);
    const issuerHttp = await listen(issuerApp(issuer), '127.0.0.1', await ports.take());
    parts.push({ stop: () => closed(issuerHttp) });
    // What was committed survives a SIGKILL without waiting for the disk, too: the operating system has it.
    const cluster = await startCluster({
      dataDir: postgresFolder(folder),
      settings: throwAwaySettings,
      port: await ports.take(),
    });
    parts.push(cluster);
    const postgresProxy = await Proxy.listen(await ports.take(), [cluster.port]);
    parts.push({ stop: () => postgresProxy.close() });
    const kafka = wanted ? await startWorldKafka(folder, ports, env, parts) : null;
    return {
      ...{ folder, ports, cluster, postgresProxy, kafka, issuer },
      issuerUrl: new URL('/', urlOf(issuerHttp)).href,
      async databases(prefix) {
        const direct = await readyDatabases(cluster, services, prefix);
        const proxied = new Map([...direct].map(([name, urls]) => [name, through(postgresProxy.port, urls)]));
        return { direct, proxied };
      },
      stop: () => stopAll(parts),
    };
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}

async function startWorldKafka(
  folder: string,
  ports: Ports,
  env: NodeJS.ProcessEnv,
  parts: Stoppable[],
): Promise<WorldKafka> {
  const [port, advertisedPort] = [await ports.take(), await ports.take()];
  const start = () => startKafka({ dataDir: kafkaFolder(folder), port, advertisedPort, env });
  const proxy = await Proxy.listen(advertisedPort, [port]);
  parts.push({ stop: () => proxy.close() });
  let broker: KafkaBroker = await start();
  parts.push({ stop: () => broker.stop() });
  const brokers = `127.0.0.1:${advertisedPort}`;
  return {
    proxy,
    brokers,
    createTopics: async (prefix) => void (await createTopics({ brokers: [brokers], prefix })),
    async restart(how) {
      if (how === 'killed') broker.kill();
      else await broker.stop();
      await broker.exited;
      broker = await start();
    },
  };
}

function through(port: number, { ownerUrl, appUrl, relayUrl }: ServiceDatabase): ServiceDatabase {
  const at = (url: string) => {
    const changed = new URL(url);
    changed.port = String(port);
    return changed.toString();
  };
  return { ownerUrl: at(ownerUrl), appUrl: at(appUrl), relayUrl: at(relayUrl) };
}
