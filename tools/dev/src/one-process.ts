import { join } from 'node:path';
import type { Clock } from '@fivepoint/kernel';
import type { Transport } from '@fivepoint/messaging';
import {
  closed,
  createService,
  listen,
  type Logger,
  makeLog,
  type RunningService,
  type ServiceConfig,
  type ServiceDefinition,
  type Stoppable,
} from '@fivepoint/service';
import { config as gatewayConfig } from '../../../apps/gateway/src/config';
import { createGateway, type Gateway } from '../../../apps/gateway/src/gateway';
import type { DemoUsers } from '../../../apps/gateway/src/explorer/demo-users';
import { local } from '../../../apps/gateway/src/subgraph-in-process';
import { type LocalIssuer, localAudience, localIssuer } from '../../issuer/src/issuer';
import type { ServiceDatabase } from '../../postgres/src/index';
import type { Step } from './progress';
import { services as allServices } from '../../local/src/services';
import { repositoryRoot } from '../../local/src/settings';
import { urlOf } from './url-of';

export interface OneProcessOptions {
  /** The services' databases, migrated, by the services' names. */
  databases: ReadonlyMap<string, ServiceDatabase>;
  issuer: LocalIssuer;
  /** How events come to and from a service. */
  transportOf: (service: ServiceDefinition, log: Logger) => Transport;
  port: number;
  logLevel: string;
  step: Step;
  /** Filled as parts start. */
  parts: Stoppable[];
  clock?: Clock;
}

/** Five services and the gateway in this process, on databases that are there; when it resolves, everything answers. */
export async function startInOneProcess(
  options: OneProcessOptions,
): Promise<{ url: string; services: ReadonlyMap<string, RunningService> }> {
  const { databases, issuer, transportOf, port, logLevel, step, parts, clock } = options;
  const services = new Map<string, RunningService>();
  await step('five services', async () => {
    for (const definition of allServices) {
      const log = makeLog(definition.name, logLevel);
      const config = embeddedConfig(definition, databases, issuer, logLevel);
      const transport = transportOf(definition, log);
      const service = await createService(definition, config, { transport, log, ...(clock && { clock }) });
      services.set(definition.name, service);
      parts.push(service);
    }
  });
  const gateway = await step('gateway', () => embeddedGateway(services, issuer, logLevel));
  parts.push(gateway);
  const http = await listen(gateway.http, '127.0.0.1', port);
  parts.push({ stop: () => closed(http) });
  return { url: urlOf(http), services };
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
    shutdownDelayMs: 0,
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
