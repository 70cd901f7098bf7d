import type { ServiceName } from '@fivepoint/contracts';
import { z } from 'zod';
import { defaultClaims, type IdentityConfig } from '../identity/verify-token';
import { roles } from '../identity/identity';

/** Everything that a service reads from its surroundings, checked before anything starts. */
export interface ServiceConfig {
  name: ServiceName;
  host: string;
  port: number;
  production: boolean;
  logLevel: string;
  databaseUrl: string;
  relayUrl: string;
  databasePool: number;
  kafkaBrokers: string[];
  identity: IdentityConfig;
  introspection: boolean;
  /** Where traces go (OTLP over HTTP); null: nowhere. */
  otlpEndpoint: string | null;
  /** How long it works on after the signal to stop, while it says that it is not ready, in milliseconds. */
  shutdownDelayMs: number;
}

/** A configuration that cannot work: every problem at once, each with the variable's name. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
  constructor(
    service: string,
    readonly problems: readonly string[],
  ) {
    super(
      `${service} cannot start; its environment is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' });
const noBroker = { error: 'must name at least one broker, host:port' };
const brokers = z
  .string(noBroker)
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .refine((some) => some.length > 0, noBroker);
const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true');
const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535);
const roleNames = z.string().transform((text, context) => {
  try {
    return z.record(z.string(), z.enum(roles)).parse(JSON.parse(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: `must be JSON such as {"sales":"REP"}; roles are ${roles.join(', ')}`,
    });
    return z.NEVER;
  }
});

/** The part of the environment that tells how tokens are verified; the gateway and every service read the same. */
export const identityVariables = {
  OIDC_ISSUER: z.url({ error: 'must be the issuer URL of the tokens' }),
  OIDC_AUDIENCE: z.string({ error: 'must be the audience of the tokens' }).min(1),
  OIDC_JWKS_URL: z.url({ error: "must be the URL of the issuer's JWKS" }),
  OIDC_CLAIM_TENANT: z.string().default(defaultClaims.tenant),
  OIDC_CLAIM_ROLES: z.string().default(defaultClaims.roles),
  OIDC_CLAIM_TEAMS: z.string().default(defaultClaims.teams),
  OIDC_CLAIM_REP: z.string().default(defaultClaims.rep),
  OIDC_ROLE_NAMES: roleNames.optional(),
};

/** What every process reads, whatever it is. */
export const processVariables = {
  HOST: z.string().default('127.0.0.1'),
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  GRAPHQL_INTROSPECTION: flag.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  SHUTDOWN_DELAY_MS: z.coerce.number({ error: 'must be milliseconds, 0 to 10000' }).int().min(0).max(10_000).default(0),
};

export function parseEnvironment<S extends z.ZodRawShape>(
  name: string,
  env: NodeJS.ProcessEnv,
  shape: S,
): z.output<z.ZodObject<S>> {
  const parsed = z.object(shape).safeParse(env);
  if (parsed.success) return parsed.data;
  throw new InvalidConfig(
    name,
    parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  );
}

export function identityConfig(values: z.output<z.ZodObject<typeof identityVariables>>): IdentityConfig {
  return {
    issuer: values.OIDC_ISSUER,
    audience: values.OIDC_AUDIENCE,
    keys: new URL(values.OIDC_JWKS_URL),
    claims: {
      tenant: values.OIDC_CLAIM_TENANT,
      roles: values.OIDC_CLAIM_ROLES,
      teams: values.OIDC_CLAIM_TEAMS,
      rep: values.OIDC_CLAIM_REP,
    },
    ...(values.OIDC_ROLE_NAMES && { roleNames: values.OIDC_ROLE_NAMES }),
  };
}

/** A service's configuration from its environment; pure. Throws InvalidConfig with every problem at once. */
export function serviceConfig(
  env: NodeJS.ProcessEnv,
  { name, port: defaultPort }: { name: ServiceName; port: number },
): ServiceConfig {
  const values = parseEnvironment(name, env, {
    ...processVariables,
    ...identityVariables,
    PORT: port.default(defaultPort),
    DATABASE_URL: postgresUrl,
    RELAY_DATABASE_URL: postgresUrl,
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    KAFKA_BROKERS: brokers,
  });
  const production = values.NODE_ENV === 'production';
  return {
    name,
    host: values.HOST,
    port: values.PORT,
    production,
    logLevel: values.LOG_LEVEL,
    databaseUrl: values.DATABASE_URL,
    relayUrl: values.RELAY_DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    kafkaBrokers: values.KAFKA_BROKERS,
    identity: identityConfig(values),
    introspection: values.GRAPHQL_INTROSPECTION ?? !production,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    shutdownDelayMs: values.SHUTDOWN_DELAY_MS,
  };
}
