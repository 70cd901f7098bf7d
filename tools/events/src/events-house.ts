import { existsSync } from 'node:fs';
import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import {
  type Consumer,
  kafkaTransport,
  openOperators,
  type OpenOperators,
  topicsOf,
  type Transport,
} from '@fivepoint/messaging';
import { type Command, makeLog, type OperatorsBeside, operatorsBeside } from '@fivepoint/service';
import { localServer } from '../../local/src/local-server';
import { serviceNamed, services } from '../../local/src/services';
import { postgresFolder } from '../../local/src/settings';
import { connected, databaseExists, databaseOf, serviceDatabaseUrls } from '../../postgres/src/index';
import { type EventsConfig, urlVariable } from './config';

export type ServiceEvents = OpenOperators<Command>;

/** All services' events from outside: their databases, and Kafka where there is one. */
export interface EventsHouse {
  /** False when nobody is there to handle what is sent; null where that cannot be told. */
  readonly running: boolean | null;
  readonly kafka: Transport | null;
  /** Whose database is within reach. */
  reachable(): ServiceName[];
  /** RangeError says how the database could be reached. */
  events(service: ServiceName): ServiceEvents;
  asApp(service: ServiceName): Promise<OperatorsBeside>;
  close(): Promise<void>;
}

/** Opens what is named by the environment, else the house of this machine; its PostgreSQL is started for as long as it is needed. */
export async function openHouse(config: EventsConfig): Promise<EventsHouse> {
  const { urls, running, stop } = config.deployed
    ? { urls: config.deployed, running: null, stop: async () => undefined }
    : await localDatabases(config.dataDir);
  const open = new Map<ServiceName, ServiceEvents>();
  const apps = new Map<ServiceName, Promise<OperatorsBeside>>();
  const kafka = config.kafkaBrokers
    ? kafkaTransport({ brokers: config.kafkaBrokers, clientId: 'fivepoint-events', log: makeLog('events', 'silent') })
    : null;
  const urlOf = (service: ServiceName, role: 'app' | 'relay') => {
    const url = urls.get(service)?.[`${role}Url`];
    if (url) return url;
    throw new RangeError(
      config.deployed
        ? `the database of ${service} is not named: set ${urlVariable(service, role)}`
        : `there is no database of ${service} in ${config.dataDir}`,
    );
  };
  return {
    running,
    kafka,
    reachable: () => serviceNames.filter((name) => urls.get(name)?.relayUrl),
    events(service) {
      const { consumers } = serviceNamed(service);
      const events = open.get(service) ?? openOperators({ service, relayUrl: urlOf(service, 'relay'), consumers });
      open.set(service, events);
      return events;
    },
    asApp(service) {
      const app = apps.get(service) ?? operatorsBeside(serviceNamed(service), urlOf(service, 'app'));
      apps.set(service, app);
      return app;
    },
    async close() {
      await kafka?.stop();
      await Promise.all([...open.values()].map((one) => one.close()));
      for (const app of apps.values()) await app.then((one) => one.close()).catch(() => undefined);
      await stop();
    },
  };
}

async function localDatabases(dataDir: string) {
  if (!existsSync(postgresFolder(dataDir)))
    throw new RangeError(
      `there is no house in ${dataDir}: start one with npm start, or name a deployment's databases (docs/operations.md)`,
    );
  const { server, running, stop } = await localServer(postgresFolder(dataDir));
  try {
    const urls = await connected(server.superuserUrl(), async (client) => {
      const found = new Map<ServiceName, { appUrl: string; relayUrl: string }>();
      for (const name of serviceNames)
        if (await databaseExists(client, databaseOf(name))) found.set(name, serviceDatabaseUrls(server, name));
      return found;
    });
    return { urls, running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A consumer and the service that it belongs to. RangeError names those that there are. */
export function consumerNamed(name: string): { service: ServiceName; consumer: Consumer<Command>; topics: string[] } {
  for (const { name: service, consumers } of services)
    for (const consumer of consumers)
      if (consumer.name === name) return { service, consumer, topics: topicsOf(consumer) };
  const names = services.flatMap(({ consumers }) => consumers.map((consumer) => consumer.name));
  throw new RangeError(`there is no consumer "${name}"; choose one of ${names.join(', ')}`);
}
