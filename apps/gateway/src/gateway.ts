import type { AddressInfo } from 'node:net';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  closed,
  endsItsSpan,
  errorFormatter,
  errorsKnowTheirRequest,
  listen,
  type Logger,
  makeLog,
  onTermination,
  starting,
  type Stoppable,
  stopAll,
  operationToRun,
  readVariablesOf,
  signedInOnly,
  startTelemetry,
  tokenVerifier,
} from '@fivepoint/service';
import type { Express } from 'express';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import type { GatewayConfig } from './config';
import { contexts, type GatewayContext } from './context';
import { deprecatedFields } from './deprecated-fields';
import { type DemoUsers, demoUsersOf } from './explorer/demo-users';
import { httpFor } from './http';
import { operationLimits } from './limits';
import { gatewayMetrics } from './metrics';
import { subgraph, type Way } from './subgraph';
import type { WayWith } from './subgraph-in-process';
import { overHttp } from './subgraph-over-http';
import { supergraphFile } from './supergraph-file';
import { tidyAnswers } from './tidy-answers';

export interface GatewaySurroundings {
  log: Logger;
  /** Subgraphs that run in this process, `{ deal: local(service) }`; all others have an address in the configuration. */
  subgraphs?: Readonly<Record<string, WayWith>>;
  /** Demo users for the explorer's picker; by default those of the configured demo issuer, if any. */
  demo?: DemoUsers | null;
  /** Whether its end has begun: it is not ready any more, whatever it still answers. */
  stopping?: () => boolean;
}

/** The gateway at work, without a port of its own: `startGateway` puts it on one, the embedded mode on another. */
export interface Gateway {
  readonly server: ApolloServer<GatewayContext>;
  /** Everything it answers: the graph, the explorer, its health and its metrics. */
  readonly http: Express;
  readonly metrics: Registry;
  stop(): Promise<void>;
}

/** Wires the gateway. Throws when the supergraph cannot be read or served, or has a subgraph of unknown address. */
export async function createGateway(config: GatewayConfig, surroundings: GatewaySurroundings): Promise<Gateway> {
  const { log, stopping = () => false } = surroundings;
  const demo = surroundings.demo ?? (config.demoIssuerUrl ? demoUsersOf(config.demoIssuerUrl) : null);
  if (demo && config.production) throw new Error('demo users are never served where NODE_ENV is production');
  const metrics = gatewayMetrics();
  const limits = operationLimits(config.limits, metrics);
  const ways = new Map<string, Way>();
  const wayTo = (name: string): Way => {
    const way = ways.get(name) ?? openWay(name, config, surroundings);
    ways.set(name, way);
    return way;
  };
  // The package reports its use to its maker by default, and only the environment keeps it from doing so.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphFile({
      path: config.supergraphPath,
      pollMs: config.supergraphPollMs,
      log,
      onRead: metrics.supergraphRead,
    }),
    buildService: ({ name }) => subgraph(name, wayTo(name), { log, metrics }),
    __exposeQueryPlanExperimental: false,
    logger: log.child({}, { level: log.isLevelEnabled('debug') ? 'debug' : 'warn' }),
  });
  // before the server listens: a schema is never served without its scalars
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => readVariablesOf(apiSchema));
  const server = new ApolloServer<GatewayContext>({
    gateway,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    ...(!config.persistedQueries && { persistedQueries: false }),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(log),
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      operationToRun,
      signedInOnly,
      limits.costs,
      deprecatedFields(metrics.deprecatedRead),
      errorsKnowTheirRequest,
      // before those that look at the answer: it may become an error only here
      tidyAnswers,
      metrics.operations,
      endsItsSpan,
    ],
  });
  await server.start();
  metrics.supergraphRead('loaded');
  const contextFor = contexts(tokenVerifier(config.identity), log);
  return {
    server,
    metrics: metrics.registry,
    http: httpFor({ server, contextFor, limits, metrics: metrics.registry, config, demo, log, stopping }),
    async stop() {
      await server.stop();
      await Promise.all([...ways.values()].map((way) => way.close()));
    },
  };
}

function openWay(name: string, { subgraphs, subgraph }: GatewayConfig, surroundings: GatewaySurroundings): Way {
  const here = surroundings.subgraphs?.[name];
  if (here) return here(subgraph);
  const address = subgraphs[name];
  if (address !== undefined) return overHttp(address, subgraph);
  throw new Error(`the supergraph has a subgraph "${name}" whose address is not known; add ${name}=<url> to SUBGRAPHS`);
}

/** The gateway as a process of its own, HTTP towards its subgraphs. A start that fails ends the process. */
export async function startGateway(config: GatewayConfig): Promise<void> {
  const log = makeLog('gateway', config.logLevel);
  const parts: Stoppable[] = [];
  const stopping = onTermination(log, () => stopAll(parts), config.shutdownDelayMs);
  parts.push({ stop: startTelemetry('gateway', config.otlpEndpoint) });
  const gateway = await starting(parts, createGateway(config, { log, stopping }));
  collectDefaultMetrics({ register: gateway.metrics });
  const server = await listen(gateway.http, config.host, config.port);
  parts.push({ stop: () => closed(server) });
  const { address, port } = server.address() as AddressInfo;
  log.info({ address: `http://${address}:${port}/graphql` }, 'ready');
}
