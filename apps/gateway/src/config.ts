import {
  type IdentityConfig,
  identityConfig,
  identityVariables,
  InvalidConfig,
  parseEnvironment,
  processVariables,
} from '@fivepoint/service';
import { z } from 'zod';
import type { Limits } from './limits';

/** Everything that the gateway reads from its surroundings, checked before anything starts. */
export interface GatewayConfig {
  host: string;
  port: number;
  production: boolean;
  logLevel: string;
  /** The composed graph; a change of this file is served without a restart. */
  supergraphPath: string;
  /** How often the file is looked at where the system does not report its changes, in milliseconds. */
  supergraphPollMs: number;
  identity: IdentityConfig;
  introspection: boolean;
  explorer: boolean;
  /** Where each subgraph of the supergraph answers: its name → its address. */
  subgraphs: Readonly<Record<string, string>>;
  subgraph: SubgraphSettings;
  limits: Limits;
  /** Automatic persisted queries: clients may send a query's hash instead of its text. */
  persistedQueries: boolean;
  /** Web origins whose pages may ask; none by default. */
  corsOrigins: readonly string[];
  /** Where traces go (OTLP over HTTP); null: nowhere. */
  otlpEndpoint: string | null;
  /** How long it works on after the signal to stop, while it says that it is not ready, in milliseconds. */
  shutdownDelayMs: number;
  /** The local issuer that the explorer gets demo users from; never in production. */
  demoIssuerUrl: string | null;
}

/** What the gateway grants each of its subgraphs. */
export interface SubgraphSettings {
  /** How long one request to it may take, in milliseconds. */
  timeoutMs: number;
  /** The biggest answer that is taken from it, in bytes. */
  answerBytes: number;
  /** The most connections that are open to it at a time. */
  connections: number;
}

export const defaultLimits: Limits = {
  depth: 12,
  aliases: 30,
  tokens: 2_000,
  rootFields: 20,
  cost: 50_000,
  listLength: 1_000,
  bodyBytes: 1024 * 1024,
};

const whole = (fallback: number, min = 1, max = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number({ error: 'must be a whole number' }).int().min(min).max(max).default(fallback);
const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const parts = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const addresses = z.string().transform((text, context) => {
  const found: Record<string, string> = {};
  for (const part of parts(text)) {
    const { name, url } = /^(?<name>[a-z][a-z0-9-]*)=(?<url>.+)$/.exec(part)?.groups ?? {};
    if (name && httpUrl.safeParse(url).success) found[name] = String(url);
    else context.addIssue(`must read deal=http://deal:4003/graphql,…; not "${part}"`);
  }
  return found;
});

const origins = z.string().transform((text, context) => {
  for (const part of parts(text))
    if (!URL.canParse(part) || new URL(part).origin !== part)
      context.addIssue(`must list origins such as https://crm.example; not "${part}"`);
  return parts(text);
});

/** The gateway's configuration from its environment; pure. Throws InvalidConfig with every problem at once. */
export function config(env: NodeJS.ProcessEnv): GatewayConfig {
  const values = parseEnvironment('gateway', env, {
    ...processVariables,
    ...identityVariables,
    PORT: whole(4000, 0, 65_535),
    SUPERGRAPH_PATH: z.string().default('supergraph.graphql'),
    SUPERGRAPH_POLL_MS: whole(5_000, 50),
    SUBGRAPHS: addresses.default({}),
    SUBGRAPH_TIMEOUT_MS: whole(10_000),
    SUBGRAPH_ANSWER_BYTES: whole(16 * 1024 * 1024),
    SUBGRAPH_CONNECTIONS: whole(32, 1, 1_000),
    LIMIT_DEPTH: whole(defaultLimits.depth),
    LIMIT_ALIASES: whole(defaultLimits.aliases, 0),
    LIMIT_TOKENS: whole(defaultLimits.tokens),
    LIMIT_ROOT_FIELDS: whole(defaultLimits.rootFields),
    LIMIT_COST: whole(defaultLimits.cost),
    LIMIT_LIST_LENGTH: whole(defaultLimits.listLength),
    LIMIT_BODY_BYTES: whole(defaultLimits.bodyBytes),
    GRAPHQL_APQ: flag.default(false),
    GRAPHQL_EXPLORER: flag.optional(),
    CORS_ORIGINS: origins.default([]),
    DEMO_ISSUER_URL: httpUrl.optional(),
  });
  const production = values.NODE_ENV === 'production';
  if (production && values.DEMO_ISSUER_URL)
    throw new InvalidConfig('gateway', [
      'DEMO_ISSUER_URL must not be set where NODE_ENV is production: it hands out tokens',
    ]);
  return {
    host: values.HOST,
    port: values.PORT,
    production,
    logLevel: values.LOG_LEVEL,
    supergraphPath: values.SUPERGRAPH_PATH,
    supergraphPollMs: values.SUPERGRAPH_POLL_MS,
    identity: identityConfig(values),
    introspection: values.GRAPHQL_INTROSPECTION ?? !production,
    explorer: values.GRAPHQL_EXPLORER ?? !production,
    subgraphs: values.SUBGRAPHS,
    subgraph: {
      timeoutMs: values.SUBGRAPH_TIMEOUT_MS,
      answerBytes: values.SUBGRAPH_ANSWER_BYTES,
      connections: values.SUBGRAPH_CONNECTIONS,
    },
    limits: {
      depth: values.LIMIT_DEPTH,
      aliases: values.LIMIT_ALIASES,
      tokens: values.LIMIT_TOKENS,
      rootFields: values.LIMIT_ROOT_FIELDS,
      cost: values.LIMIT_COST,
      listLength: values.LIMIT_LIST_LENGTH,
      bodyBytes: values.LIMIT_BODY_BYTES,
    },
    persistedQueries: values.GRAPHQL_APQ,
    corsOrigins: values.CORS_ORIGINS,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    shutdownDelayMs: values.SHUTDOWN_DELAY_MS,
    demoIssuerUrl: values.DEMO_ISSUER_URL ?? null,
  };
}
