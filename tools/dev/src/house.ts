import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '@fivepoint/kernel';
import { createBus, inProcessTransport } from '@fivepoint/messaging';
import {
  closed,
  createService,
  listen,
  makeLog,
  PortTaken,
  type RunningService,
  type ServiceConfig,
  type ServiceDefinition,
} from '@fivepoint/service';
import type { RegisterTenant } from '../../../apps/planning/src/service';
import { config as gatewayConfig } from '../../../apps/gateway/src/config';
import { createGateway, type Gateway } from '../../../apps/gateway/src/gateway';
import type { DemoUsers } from '../../../apps/gateway/src/explorer/demo-users';
import { local } from '../../../apps/gateway/src/local-data-source';
import { LocalIssuer, localAudience, localIssuer } from '../../issuer/src/issuer';
import { type Cluster, type ServiceDatabase, startCluster } from '../../postgres/src/index';
import { readyDatabases } from './databases';
import { registerTenantIn } from './register-tenant';
import type { Step } from './progress';
import { services as allServices } from './services';
import { issuerFile, postgresFolder, repositoryRoot } from './settings';

/** The whole of Fivepoint in this process: five services, the gateway, an embedded PostgreSQL, and no broker. */
export interface House {
  readonly url: string;
  readonly issuer: LocalIssuer;
  readonly services: ReadonlyMap<string, RunningService>;
  readonly cluster: Cluster;
  /** Registers a tenant, as `npm run tenant` does. */
  registerTenant(tenant: RegisterTenant & { id: string }): Promise<void>;
  /** Finishes what is under way and stops everything, the database last. */
  stop(): Promise<void>;
}

export interface Stoppable {
  stop(): Promise<void>;
}

export interface HouseOptions {
  /** Where everything that lasts between starts is kept. */
  dataDir: string;
  port: number;
  logLevel: string;
  step: Step;
  /** What a person should know beside the steps: a database that was taken over, say. */
  say: (line: string) => void;
  production?: boolean;
  /** Filled as parts start, so that a Ctrl-C in the middle of a start can stop what is there; see `stopAll`. */
  parts?: Stoppable[];
  clock?: Clock;
}

/** Puts a part among those to stop before it is there: who stops in the middle of its start waits for it, and stops it then. */
export async function starting<P extends Stoppable>(parts: Stoppable[], part: Promise<P>): Promise<P> {
  parts.push({
    stop: async () => {
      const started = await part.catch(() => null);
      await started?.stop();
    },
  });
  return part;
}

/** Starts the house; when it resolves, everything answers. Throws PortTaken before anything is started when the port is somebody else's. */
export async function startHouse(options: HouseOptions): Promise<House> {
  const { dataDir, port, logLevel, step, say, clock } = options;
  await requireFreePort(port);
  const issuer = await LocalIssuer.open(issuerFile(dataDir), options.production ?? false);
  const started = options.parts ?? [];
  const cluster = await starting(
    started,
    step('PostgreSQL', () => startCluster({ dataDir: postgresFolder(dataDir), log: say })),
  );
  try {
    const databases = await step('databases and migrations', () => readyDatabases(cluster, allServices));
    const bus = createBus();
    const services = new Map<string, RunningService>();
    await step('five services', async () => {
      for (const definition of allServices) {
        const log = makeLog(definition.name, logLevel);
        const config = embeddedConfig(definition, databases, issuer, logLevel);
        const transport = inProcessTransport(bus, { log });
        const service = await createService(definition, config, { transport, log, ...(clock && { clock }) });
        services.set(definition.name, service);
        started.push(service);
      }
    });
    const gateway = await step('gateway', () => embeddedGateway(services, issuer, logLevel));
    started.push(gateway);
    const http = await listen(gateway.http, '127.0.0.1', port);
    started.push({ stop: () => closed(http) });
    return {
      url: urlOf(http),
      issuer,
      services,
      cluster,
      registerTenant: (tenant) => registerTenantIn(databases.get('planning')?.appUrl ?? '', tenant),
      stop: () => stopAll(started),
    };
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

/** What a service's environment would say, were it a process of its own. */
export function embeddedConfig(
  { name }: ServiceDefinition,
  databases: ReadonlyMap<string, ServiceDatabase>,
  issuer: LocalIssuer,
  logLevel: string,
): ServiceConfig {
  const urls = databases.get(name);
  if (!urls) throw new Error(`there is no database for ${name}`);
  return {
    name,
    host: '127.0.0.1',
    port: 0,
    production: false,
    logLevel,
    databaseUrl: urls.appUrl,
    relayUrl: urls.relayUrl,
    databasePool: 14,
    kafkaBrokers: [],
    identity: { issuer: localIssuer, audience: localAudience, keys: issuer.keySet },
    introspection: true,
    otlpEndpoint: null,
  };
}

function embeddedGateway(
  services: ReadonlyMap<string, RunningService>,
  issuer: LocalIssuer,
  logLevel: string,
): Promise<Gateway> {
  const identity = { issuer: localIssuer, audience: localAudience, keys: issuer.keySet };
  const defaults = gatewayConfig({
    OIDC_ISSUER: localIssuer,
    OIDC_AUDIENCE: localAudience,
    OIDC_JWKS_URL: localIssuer,
  });
  return createGateway(
    { ...defaults, identity, supergraphPath: join(repositoryRoot, 'supergraph.graphql') },
    {
      log: makeLog('gateway', logLevel),
      subgraphs: Object.fromEntries([...services].map(([name, service]) => [name, local(service)])),
      demo: demoUsersOf(issuer),
    },
  );
}

/** The local issuer's users, for the explorer's picker. */
export function demoUsersOf(issuer: LocalIssuer): DemoUsers {
  return {
    users: async () => issuer.users().map(({ name, title, roles }) => ({ name, title, roles })),
    token: async (name) => (issuer.users().some((user) => user.name === name) ? issuer.token(name) : null),
  };
}

/** Asks the system for the port and gives it back: a start that must fail fails before it has touched anything. */
export async function requireFreePort(port: number): Promise<void> {
  if (port === 0) return;
  const probe = await listen(() => undefined, '127.0.0.1', port);
  await closed(probe);
}

/** Where a server on this machine answers the graph. */
export function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new PortTaken(0);
  return `http://localhost:${address.port}/graphql`;
}

/** Stops what has started, the last first; what has been stopped is forgotten. */
export async function stopAll(started: Stoppable[]): Promise<void> {
  for (let part = started.pop(); part; part = started.pop()) await part.stop();
}
