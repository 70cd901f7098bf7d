import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { composeServices } from '@apollo/composition';
import { closed, listen, makeLog } from '@fivepoint/service';
import { type GraphClient, graphClient, testIssuer, testToken } from '@fivepoint/testing';
import { parse } from 'graphql';
import { defaultLimits, type GatewayConfig } from '../config';
import { createGateway, type Gateway, type GatewaySurroundings } from '../gateway';
import { local } from '../subgraph-in-process';
import type { ThrowAwaySubgraph } from './throw-away-subgraph';

/** Both ways that lead to a subgraph; what a client sees must not depend on which. */
export const waysToSubgraphs = ['http', 'local'] as const;

export interface House {
  gateway: Gateway;
  /** Asks as a signed-in rep; `.as()` asks as nobody. */
  client: GraphClient;
  url: string;
  supergraphPath: string;
  /** Every line the gateway logged. */
  logged: string[];
  stop(): Promise<void>;
}

export const tenantId = '0197f2b0-0000-7000-8000-000000000001';

export function supergraphOf(subgraphs: readonly Pick<ThrowAwaySubgraph, 'name' | 'sdl'>[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}

export function testConfig(changes: Partial<GatewayConfig> = {}): GatewayConfig {
  const { issuer, audience, jwks } = testIssuer();
  return {
    host: '127.0.0.1',
    port: 0,
    production: false,
    logLevel: 'info',
    supergraphPath: '',
    supergraphPollMs: 200,
    identity: { issuer, audience, keys: jwks },
    introspection: true,
    explorer: true,
    subgraphs: {},
    subgraph: { timeoutMs: 30_000, answerBytes: 1024 * 1024, connections: 8 },
    limits: defaultLimits,
    persistedQueries: false,
    corsOrigins: [],
    otlpEndpoint: null,
    shutdownDelayMs: 0,
    demoIssuerUrl: null,
    ...changes,
  };
}

/** A gateway on a port of its own before throw-away subgraphs. */
export async function house(
  way: (typeof waysToSubgraphs)[number],
  subgraphs: readonly ThrowAwaySubgraph[],
  changes: Partial<GatewayConfig> = {},
  surroundings: Partial<GatewaySurroundings> = {},
): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const supergraphPath = join(folder, 'supergraph.graphql');
  if (subgraphs.length > 0) await writeFile(supergraphPath, supergraphOf(subgraphs));
  const logged: string[] = [];
  const log = makeLog(
    'gateway',
    'info',
    new Writable({ write: (line, _encoding, done) => (logged.push(String(line)), done()) }),
  );
  const gateway = await createGateway(
    testConfig({
      supergraphPath,
      ...(way === 'http' && { subgraphs: Object.fromEntries(subgraphs.map(({ name, address }) => [name, address])) }),
      ...changes,
    }),
    {
      log,
      ...(way === 'local' && { subgraphs: Object.fromEntries(subgraphs.map((one) => [one.name, local(one)])) }),
      ...surroundings,
    },
  );
  const server: Server = await listen(gateway.http, '127.0.0.1', 0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    gateway,
    client: graphClient(url, await testToken({ tenantId, roles: ['REP'] })),
    url,
    supergraphPath,
    logged,
    async stop() {
      await closed(server);
      await gateway.stop();
      await rm(folder, { recursive: true });
    },
  };
}
