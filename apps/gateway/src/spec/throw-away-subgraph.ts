import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import type { LocalService } from '../subgraph-in-process';

/** How a subgraph treats the gateway: as it should, or not. */
export type Mood = 'well' | 'silent' | 'garbage' | 'huge' | 'untrue';

interface SubgraphContext {
  headers: Record<string, string>;
}

/** A small subgraph that a spec makes and throws away, reachable over HTTP and within the process. */
export interface ThrowAwaySubgraph extends LocalService<SubgraphContext> {
  readonly name: string;
  readonly sdl: string;
  readonly address: string;
  /** The headers of each request it got, and the mutations it ran, in order. */
  readonly requests: Record<string, string>[];
  readonly calls: string[];
  mood: Mood;
  /** Cuts this many connections before answering. */
  cuts: number;
  goDown(): Promise<void>;
  stop(): Promise<void>;
}

export const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n`;

/** Everything that must never reach a client carries this word. */
export const secret = 'hunter2';

export async function throwAwaySubgraph(
  name: string,
  sdl: string,
  resolversWith: (calls: string[]) => object,
): Promise<ThrowAwaySubgraph> {
  const calls: string[] = [];
  const requests: Record<string, string>[] = [];
  const server = new ApolloServer<SubgraphContext>({
    schema: buildSubgraphSchema({ typeDefs: parse(link + sdl), resolvers: resolversWith(calls) as never }),
    includeStacktraceInErrorResponses: true,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stringifyResult: async (value) => {
      if (subgraph.mood === 'garbage') return `<html>${secret} at ${name}.internal</html>`;
      if (subgraph.mood === 'huge') return JSON.stringify({ data: {}, padding: secret.repeat(1_000_000) });
      if (subgraph.mood === 'untrue') return '{"data":{"accounts":{"nodes":null}}}';
      return JSON.stringify(value);
    },
  });
  await server.start();
  const contextFor: LocalService<SubgraphContext>['contextFor'] = async (headers) => {
    const seen: Record<string, string> = {};
    for (const [key, value] of headers as HeaderMap) seen[key] = value;
    requests.push(seen);
    if (subgraph.mood === 'silent') await new Promise(() => undefined);
    return { headers: seen };
  };
  const http = await served(
    server,
    (headers) => contextFor(headers),
    () => subgraph.cuts-- > 0,
  );
  const subgraph: ThrowAwaySubgraph = {
    name,
    sdl: link + sdl,
    server,
    contextFor,
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql?key=${secret}`,
    requests,
    calls,
    mood: 'well',
    cuts: 0,
    async goDown() {
      await server.stop();
      await stopped(http);
    },
    async stop() {
      await server.stop();
      await stopped(http);
    },
  };
  return subgraph;
}

async function served(
  server: ApolloServer<SubgraphContext>,
  contextFor: (headers: HeaderMap) => Promise<SubgraphContext>,
  cut: () => boolean,
): Promise<Server> {
  const http = createServer(async (request, response) => {
    if (cut()) return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new HeaderMap(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: JSON.parse(Buffer.concat(chunks).toString()) },
      context: () => contextFor(headers),
    });
    response.statusCode = answer.status ?? 200;
    for (const [key, value] of answer.headers) response.setHeader(key, value);
    response.end(answer.body.kind === 'complete' ? answer.body.string : '');
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return http;
}

const stopped = (http: Server) =>
  new Promise<void>((done) => {
    http.close(() => done());
    http.closeAllConnections();
  });

/** An error as a careless service would throw it: with everything that a client must not see. */
export const careless = (message: string, code?: string) =>
  new GraphQLError(message, {
    extensions: { ...(code !== undefined && { code }), connection: `postgres://app:${secret}@db.internal/deal` },
  });
