import type { Clock } from '@fivepoint/kernel';
import { createBus, inProcessTransport } from '@fivepoint/messaging';
import { closed, listen, type RunningService, stopAll, type Stoppable } from '@fivepoint/service';
import type { RegisterTenant } from '../../../apps/planning/src/service';
import { LocalIssuer } from '../../issuer/src/issuer';
import { registerTenantIn } from '../../local/src/register-tenant';
import { services as allServices } from '../../local/src/services';
import { issuerFile } from '../../local/src/settings';
import type { Cluster } from '../../postgres/src/index';
import { fittingDatabases } from './database-schema';
import { localPostgres } from './local-postgres';
import { startInOneProcess } from './one-process';
import type { Step } from './progress';

/** The whole of Fivepoint in this process: five services, the gateway, an embedded PostgreSQL, and no broker. */
export interface House {
  readonly url: string;
  readonly issuer: LocalIssuer;
  readonly services: ReadonlyMap<string, RunningService>;
  readonly cluster: Cluster;
  /** Registers a tenant, as `npm run tenant` does. */
  registerTenant(tenant: RegisterTenant & { id: string }): Promise<void>;
  /** Finishes what is under way and stops everything, the database last. */
  stop(): Promise<void>;
}

export interface HouseOptions {
  /** Where everything that lasts between starts is kept. */
  dataDir: string;
  port: number;
  logLevel: string;
  step: Step;
  /** What a person should know beside the steps: a database that was taken over, say. */
  say: (line: string) => void;
  production?: boolean;
  /** Filled as parts start, so that a Ctrl-C in the middle of a start can stop what is there; see `stopAll`. */
  parts?: Stoppable[];
  clock?: Clock;
}

/** Starts the house; when it resolves, everything answers. Throws PortTaken before anything is started when the port is somebody else's. */
export async function startHouse(options: HouseOptions): Promise<House> {
  const { dataDir, port, logLevel, step, say, clock } = options;
  await requireFreePort(port);
  const issuer = await LocalIssuer.open(issuerFile(dataDir), options.production ?? false);
  const started = options.parts ?? [];
  const cluster = await localPostgres({ dataDir, step, say, parts: started });
  try {
    const databases = await step('databases and migrations', () => fittingDatabases(cluster, allServices));
    const bus = createBus();
    const { url, services } = await startInOneProcess({
      ...{ databases, issuer, port, logLevel, step, parts: started },
      transportOf: (_service, log) => inProcessTransport(bus, { log }),
      ...(clock && { clock }),
    });
    return {
      url,
      issuer,
      services,
      cluster,
      registerTenant: (tenant) => registerTenantIn(databases.get('planning')?.appUrl ?? '', tenant),
      stop: () => stopAll(started),
    };
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

/** Asks the system for the port and gives it back: a start that must fail fails before it has touched anything. */
export async function requireFreePort(port: number): Promise<void> {
  if (port === 0) return;
  const probe = await listen(() => undefined, '127.0.0.1', port);
  await closed(probe);
}
