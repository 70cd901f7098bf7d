import { type Clock, uuidv7 } from '@fivepoint/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { Command, CommandSettings } from '../command/command';
import { runCommand } from '../command/run-command';
import { inTenant } from '../database/tenancy';
import { backgroundPrincipal } from '../identity/identity';
import type { Logger } from '../telemetry/log';
import { type Stoppable, stopAll } from './stopping';

/** What a service's own work may use: it belongs to no request and to no tenant, and names its tenant each time. */
export interface AtWork {
  readonly clock: Clock;
  readonly log: Logger;
  /** One command of a tenant, as a resolver's: audited under the work's name, its events written with it; a refusal undoes it and is returned. */
  command<R>(tenantId: string, name: string, work: (command: Command) => Promise<R>): Promise<R>;
  /** One short transaction of a tenant that is not worth an audit row, such as how far something has come. */
  inTenant<R>(tenantId: string, work: (manager: EntityManager) => Promise<R>): Promise<R>;
  /** One statement over all tenants, as the relay role: on what a migration has opened to it, which holds ids and times only. */
  acrossTenants<R>(statement: string, values?: readonly unknown[]): Promise<R[]>;
}

/** Work that a service does by itself, from its start until it is stopped; what starts must be ready to be stopped at any moment. */
export type Background = (at: AtWork) => Stoppable;

interface Surroundings {
  dataSource: DataSource;
  relayUrl: string;
  settings: CommandSettings;
  clock: Clock;
  log: Logger;
}

/** Starts what a service does by itself, with one connection of the relay role for all of it. */
export async function startBackground(
  works: readonly Background[],
  { dataSource, relayUrl, settings, clock, log }: Surroundings,
): Promise<Stoppable> {
  const relay = await new DataSource({ type: 'postgres', url: relayUrl, poolSize: 1 }).initialize();
  const parts: Stoppable[] = [{ stop: () => relay.destroy() }];
  const at: AtWork = {
    clock,
    log,
    command<R>(tenantId: string, name: string, work: (command: Command) => Promise<R>) {
      const requestId = uuidv7();
      const identity = backgroundPrincipal(tenantId, name);
      const cause = { identity, now: clock.now(), requestId, correlationId: uuidv7(), causationId: requestId };
      // Without an idempotency key none can have been used before.
      return runCommand(dataSource, settings, cause, name, {}, work) as Promise<R>;
    },
    inTenant: (tenantId, work) => inTenant(dataSource, tenantId, work),
    acrossTenants: (statement, values = []) => relay.query(statement, [...values]),
  };
  for (const work of works) parts.push(work(at));
  return { stop: () => stopAll(parts) };
}
