import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import { parseEnvironment } from '@fivepoint/service';
import { z } from 'zod';
import { localSettings } from '../../local/src/settings';
import { databaseOf } from '../../postgres/src/index';

/** Where the events are that are to be looked after. */
export interface EventsConfig {
  /** By service: its database as its app and its relay role, as far as they were named. Null: the house of this machine. */
  deployed: ReadonlyMap<ServiceName, { appUrl?: string; relayUrl?: string }> | null;
  dataDir: string;
  /** Null: what is sent again goes right into the consumer's inbox. */
  kafkaBrokers: string[] | null;
}

/** `DEAL_DATABASE_URL`, `DEAL_RELAY_DATABASE_URL`: what the service itself reads without its name in front. */
export const urlVariable = (service: ServiceName, role: 'app' | 'relay'): string =>
  `${databaseOf(service).toUpperCase()}_${role === 'relay' ? 'RELAY_' : ''}DATABASE_URL`;

/** Reads the environment; pure. As soon as one database is named it is about a deployment. Throws InvalidConfig or RangeError. */
export function config(env: NodeJS.ProcessEnv): EventsConfig {
  const url = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }).optional();
  const names = serviceNames.flatMap((service) => [urlVariable(service, 'app'), urlVariable(service, 'relay')]);
  const values: Record<string, string | undefined> = parseEnvironment(
    'events',
    env,
    Object.fromEntries(names.map((name) => [name, url])),
  );
  const { dataDir, kafkaBrokers } = localSettings(env);
  const named = serviceNames.map((service) => {
    const [appUrl, relayUrl] = [values[urlVariable(service, 'app')], values[urlVariable(service, 'relay')]];
    return [service, { ...(appUrl && { appUrl }), ...(relayUrl && { relayUrl }) }] as const;
  });
  const deployed = named.some(([, urls]) => Object.keys(urls).length > 0) ? new Map(named) : null;
  return { deployed, dataDir, kafkaBrokers: kafkaBrokers?.length ? kafkaBrokers : null };
}
