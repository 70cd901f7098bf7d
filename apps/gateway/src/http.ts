import type { ApolloServer, HeaderMap } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { headersOf, httpBasics, httpRefusals, type Logger, nothingHere } from '@fivepoint/service';
import express, { type Express, type Request, type RequestHandler } from 'express';
import type { Registry } from 'prom-client';
import type { GatewayConfig } from './config';
import type { GatewayContext } from './context';
import { explorer } from './explorer';
import type { DemoUsers } from './explorer/demo-users';
import type { OperationLimits } from './limits';

export interface HttpParts {
  server: ApolloServer<GatewayContext>;
  contextFor(headers: HeaderMap, requestId: string): Promise<GatewayContext>;
  limits: OperationLimits;
  metrics: Registry;
  config: GatewayConfig;
  demo: DemoUsers | null;
  log: Logger;
  stopping: () => boolean;
}

/** Everything the gateway answers over HTTP: the graph, the explorer for browsers, whether it lives and can work, and what it measures. */
export function httpFor(parts: HttpParts): Express {
  const { server, contextFor, limits, metrics, config, demo, log, stopping } = parts;
  const app = express();
  app.disable('x-powered-by');
  // answers are private and never cached: hashing each of them would be work for nobody
  app.disable('etag');
  app.use(httpBasics);
  // before the explorer, whose router would answer a preflight by itself
  app.use('/graphql', crossOrigin(config.corsOrigins));
  if (config.explorer) app.use(explorer(demo));
  app.use(
    '/graphql',
    express.json({ limit: config.limits.bodyBytes }),
    expressMiddleware(server, {
      async context({ req, res }) {
        for (const query of queriesIn(req)) limits.checkText(query);
        return contextFor(headersOf(req), String(res.locals['requestId']));
      },
    }),
  );
  app.get('/healthz', (_request, response) => void response.send('alive'));
  // Subgraphs do not count: with one of them down, the fields of all others still answer.
  app.get('/readyz', (_request, response) => {
    if (stopping()) response.status(503).send('stopping');
    else response.send('ready');
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  app.use(nothingHere);
  app.use(httpRefusals(log));
  return app;
}

/** Lets pages of the listed origins ask, and no others. */
function crossOrigin(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    if (origins.length > 0) response.vary('origin');
    if (origin !== undefined && origins.includes(origin)) {
      response.set({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'x-request-id',
      });
      if (request.method === 'OPTIONS')
        response.set({
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'authorization, content-type, traceparent, x-request-id',
          'access-control-max-age': '600',
        });
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** The texts of a request, from its body or its address, whichever of them Apollo Server will read. */
function queriesIn({ body, url }: Request): string[] {
  const { query }: { query?: unknown } = typeof body === 'object' && body !== null ? body : {};
  const asked = url.indexOf('?');
  const inAddress = asked < 0 ? [] : new URLSearchParams(url.slice(asked)).getAll('query');
  return typeof query === 'string' ? [query, ...inAddress] : inAddress;
}
