import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import { parseEnvironment } from '@fivepoint/service';
import { z } from 'zod';
import { databaseOf, type DatabaseServer, rolesOf, serverAt } from '../../postgres/src/index';

/** The PostgreSQL and Kafka of a deployment, which others run and we fill. */
export interface ProvisionConfig {
  readonly server: DatabaseServer;
  readonly kafkaBrokers: string[];
}

/** `DEAL_DB_PASSWORD`: the password of a service's app and relay roles, which both live in the service's own environment. */
export const passwordVariable = (service: ServiceName): string => `${databaseOf(service).toUpperCase()}_DB_PASSWORD`;

/**
 * Reads POSTGRES_URL (the superuser's), KAFKA_BROKERS and a password for each service. Owners' passwords are derived from the superuser's:
 * only whoever migrates needs them. Pure; throws InvalidConfig with every problem at once.
 */
export function config(env: NodeJS.ProcessEnv): ProvisionConfig {
  const { POSTGRES_URL, KAFKA_BROKERS, ...passwords } = parseEnvironment('provision', env, {
    POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be the superuser's postgres:// URL" }),
    KAFKA_BROKERS: z.string({ error: 'must name at least one broker, host:port' }).min(1),
    ...Object.fromEntries(serviceNames.map((service) => [passwordVariable(service), password])),
  });
  const given = new Map<string, string | undefined>();
  for (const service of serviceNames) {
    const { app, relay } = rolesOf(service);
    for (const role of [app, relay]) given.set(role, Reflect.get(passwords, passwordVariable(service)));
  }
  const derived = serverAt(POSTGRES_URL);
  return {
    server: serverAt(POSTGRES_URL, (role) => given.get(role) ?? derived.rolePassword(role)),
    kafkaBrokers: KAFKA_BROKERS.split(',').map((broker) => broker.trim()),
  };
}

// The address of a service's database has it in it as it is.
const password = z
  .string({ error: 'must be a password of at least 8 letters, digits, "-" or "_"' })
  .regex(/^[\w-]{8,}$/, { error: 'must be at least 8 letters, digits, "-" or "_"' });
