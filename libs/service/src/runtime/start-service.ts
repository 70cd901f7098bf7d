import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import { kafkaTransport } from '@fivepoint/messaging';
import express, { type Express, type RequestHandler } from 'express';
import { collectDefaultMetrics } from 'prom-client';
import { createService, type RunningService } from './create-service';
import type { ServiceConfig } from './config';
import type { ServiceDefinition } from './definition';
import { headersOf, httpBasics, httpRefusals, nothingHere } from './http-basics';
import { closed, listen } from './listen';
import { type Logger, makeLog } from '../telemetry/log';
import { onTermination } from './shutdown';
import { starting, type Stoppable, stopAll } from './stopping';
import { startTelemetry } from '../telemetry/traces';

/** A service as a process of its own: Kafka between it and the others, HTTP towards the gateway. A start that fails ends the process. */
export async function startService(definition: ServiceDefinition, config: ServiceConfig): Promise<void> {
  const log = makeLog(definition.name, config.logLevel);
  const parts: Stoppable[] = [];
  const stopping = onTermination(log, () => stopAll(parts), config.shutdownDelayMs);
  parts.push({ stop: startTelemetry(definition.name, config.otlpEndpoint) });
  const transport = kafkaTransport({ brokers: config.kafkaBrokers, clientId: `fivepoint-${definition.name}`, log });
  const service = await starting(parts, createService(definition, config, { transport, log }));
  collectDefaultMetrics({ register: service.metrics.registry });
  const http = await listen(httpFor(service, log, [], stopping), config.host, config.port);
  parts.push({ stop: () => closed(http) });
  log.info({ address: addressOf(http) }, 'ready');
}

/**
 * The four addresses of a service: the graph, whether it lives, whether it can work, and what it measures.
 * @param before handlers that come first, such as an explorer's
 * @param stopping whether its end has begun: it is not ready any more, whatever it still answers
 */
export function httpFor(
  service: RunningService,
  log: Logger,
  before: readonly RequestHandler[] = [],
  stopping: () => boolean = () => false,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(httpBasics);
  for (const handler of before) app.use(handler);
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    expressMiddleware(service.server, {
      async context({ req, res }) {
        const headers = headersOf(req);
        headers.set('x-request-id', String(res.locals['requestId']));
        return service.contextFor(headers);
      },
    }),
  );
  app.get('/healthz', (_request, response) => void response.send('alive'));
  app.get('/readyz', async (_request, response) => {
    const missing = stopping() ? 'stopping' : await service.notReady();
    response.status(missing ? 503 : 200).send(missing ?? 'ready');
  });
  app.get('/metrics', async (_request, response) => {
    const { contentType, text } = await service.metrics.scrape();
    response.type(contentType).send(text);
  });
  app.use(nothingHere);
  app.use(httpRefusals(log));
  return app;
}

const addressOf = (server: Server) => {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address}:${port}/graphql`;
};
