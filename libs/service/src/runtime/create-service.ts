import { ApolloServer, type HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type Clock, systemClock } from '@fivepoint/kernel';
import { type Messaging, startMessaging, type Transport } from '@fivepoint/messaging';
import type { Logger } from 'pino';
import { appDataSource } from './app-data-source';
import { poolOf } from '../database/connection-pool';
import { requireMigrated } from '../database/migrate';
import { startDueWorker } from '../due/due-worker';
import { GraphContext } from '../subgraph/context';
import { errorFormatter, errorsKnowTheirRequest } from '../graph/errors';
import { operationToRun } from '../graph/operation-to-run';
import { readableText } from '../graph/readable-text';
import { identify } from '../identity/identify';
import { tokenVerifier } from '../identity/verify-token';
import { MasterRecord } from '../master-data/master-record';
import { commandSettings } from './command-settings';
import { startBackground } from './background';
import type { ServiceConfig } from './config';
import type { ServiceDefinition } from './definition';
import { handleEvents } from './handle-event';
import { requestIdOf } from './http-basics';
import { countCommands } from '../telemetry/count-commands';
import { handlingTimes, registryOf, type ServiceMetrics, serviceMetrics } from '../telemetry/metrics';
import { schemaOf } from './schema-of';
import { signedInOnly } from './signed-in-only';
import { type Stoppable, stopAll } from './stopping';
import { endsItsSpan, openSpan } from '../telemetry/traces';

export interface ServiceSurroundings {
  transport: Transport;
  log: Logger;
  clock?: Clock;
}

/** A service at work, without a port of its own: `start-service` puts HTTP around it, the embedded mode a function call. */
export interface RunningService {
  readonly definition: ServiceDefinition;
  readonly server: ApolloServer<GraphContext>;
  readonly messaging: Messaging;
  readonly metrics: ServiceMetrics;
  contextFor(headers: Pick<HeaderMap, 'get'>): Promise<GraphContext>;
  /** Null when everything answers; else what does not. */
  notReady(): Promise<string | null>;
  stop(): Promise<void>;
}

/**
 * Wires one service: graph, database, messaging. Throws when the database is not migrated, and stops then what had started: nothing is
 * served, no event is taken.
 */
export async function createService(
  definition: ServiceDefinition,
  config: ServiceConfig,
  surroundings: ServiceSurroundings,
): Promise<RunningService> {
  const parts: Stoppable[] = [];
  try {
    return await wire(definition, config, surroundings, parts);
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}

/** @param parts what has started, filled as it starts */
async function wire(
  definition: ServiceDefinition,
  config: ServiceConfig,
  { transport, log, clock = systemClock }: ServiceSurroundings,
  parts: Stoppable[],
): Promise<RunningService> {
  const { schema } = await schemaOf(definition);
  const dataSource = await appDataSource(
    config.databaseUrl,
    [...definition.entities, MasterRecord],
    config.databasePool,
  ).initialize();
  parts.push({ stop: () => dataSource.destroy() });
  const unknown = await requireMigrated(dataSource, definition);
  // Right while a new version takes over from this one; else a version that was set back, and may not know what it reads.
  if (unknown.length > 0) log.warn({ unknown }, 'the database is newer than this program');
  const settings = commandSettings(definition);
  const registry = registryOf(definition.name);
  countCommands(schema, registry);
  const messaging = await startMessaging({
    service: definition.name,
    relayUrl: config.relayUrl,
    transport,
    consumers: definition.consumers,
    runInTransaction: handleEvents(dataSource, definition, clock),
    handled: handlingTimes(registry),
    log,
  });
  parts.push(messaging);
  const { dueWork: works } = definition;
  const dueWorker =
    works.length > 0
      ? await startDueWorker({ dataSource, relayUrl: config.relayUrl, works, settings, clock, log })
      : null;
  if (dueWorker) parts.push(dueWorker);
  const metrics = serviceMetrics(registry, messaging, poolOf(dataSource), dueWorker);
  const server = new ApolloServer<GraphContext>({
    schema,
    introspection: config.introspection,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(log),
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationToRun,
      signedInOnly,
      readableText,
      errorsKnowTheirRequest,
      metrics.operations,
      endsItsSpan,
    ],
  });
  await server.start();
  parts.push(server);
  if (definition.background.length > 0)
    parts.push(
      await startBackground(definition.background, { dataSource, relayUrl: config.relayUrl, settings, clock, log }),
    );
  const verify = tokenVerifier(config.identity);

  return {
    definition,
    server,
    messaging,
    metrics,
    async contextFor(headers) {
      const requestId = requestIdOf(headers.get('x-request-id'));
      const identity = await identify(verify, headers, requestId);
      const span = openSpan('graphql', 'server', headers.get('traceparent'), { 'fivepoint.service': definition.name });
      return new GraphContext({ identity, requestId, span }, dataSource, settings, clock, log.child({ requestId }));
    },
    async notReady() {
      if (!messaging.ready()) return 'messaging is not connected';
      return dataSource.query('select 1').then(
        () => null,
        () => 'the database does not answer',
      );
    },
    stop: () => stopAll(parts),
  };
}
