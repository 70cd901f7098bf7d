import type { ServiceName } from '@fivepoint/contracts';
import { type Consumer, messagingChanges, rolesOf } from '@fivepoint/messaging';
import type { EntityManager } from 'typeorm';
import type { Command } from '../command/command';
import type { EntityClass, MigrationClass } from '../database/classes';
import type { DueWork } from '../due/due-work';
import type { References, ResolverClass } from '../subgraph/schema';
import type { Role } from '../identity/identity';
import { seesAllIn } from '../identity/sees-all';
import type { Background } from './background';

/** One lifecycle service on one page: what it stores, what it answers, what it listens to. */
export interface ServiceDefinition {
  name: ServiceName;
  /** What it keeps in its database, beside what every service keeps. */
  entities: readonly EntityClass[];
  /** Its own, behind those that every service has; they run in the order of their numbers. */
  migrations: readonly MigrationClass[];
  resolvers: readonly ResolverClass[];
  /** Types that no field of this subgraph returns, such as extended entities. */
  orphanedTypes: readonly ResolverClass[];
  references: References;
  consumers: readonly Consumer<Command>[];
  /** Roles that see every row here beside ADMIN and EXECUTIVE; from the house's one table of them. */
  seesAll: readonly Role[];
  /** What it does by itself beside answering and handling events; started last, stopped first. */
  background: readonly Background[];
  /** What it does when its time has come; its migrations then have `dueWorkTable`. */
  dueWork: readonly DueWork[];
  /** Where the tenant's time zone is kept; default: the local copy of planning's master data. */
  timeZoneOf?: (manager: EntityManager, tenantId: string) => Promise<string>;
}

type Optional = 'orphanedTypes' | 'seesAll' | 'references' | 'background' | 'dueWork';

export function defineService(
  definition: Omit<ServiceDefinition, Optional> & Partial<Pick<ServiceDefinition, Optional>>,
): ServiceDefinition {
  const migrations = [...messagingChanges(rolesOf(definition.name)), ...definition.migrations];
  const left = { orphanedTypes: [], seesAll: seesAllIn[definition.name], references: {}, dueWork: [], background: [] };
  return { ...left, ...definition, migrations };
}
