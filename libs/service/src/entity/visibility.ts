import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { EntityClass } from '../database/classes';
import type { Identity, Role } from '../identity/identity';
import { OwnableAggregate, OwnedAggregate, PooledAggregate } from './aggregate';

/** These see every row of their tenant, in each service. */
const seesAllEverywhere: readonly Role[] = ['ADMIN', 'EXECUTIVE'];

/** Who looks, and which roles see every row in this service (finance in receivables, say). */
export interface Viewer {
  identity: Identity;
  seesAll: readonly Role[];
}

/** What narrows a query of rows, which have the alias `e`. */
export type Narrowing = (query: SelectQueryBuilder<ObjectLiteral>) => void;

/** An entity's own word on who sees what of it. */
interface OwnWord {
  /** Who sees every row, where that is not the service's: money is for fewer than instalments. */
  seesAll?: readonly Role[];
  /** In place of the owner's rule: the rows that somebody who works here sees, such as a timeline's, told by services whose roles differ. */
  seenBy?: (identity: Identity) => Narrowing;
}

/** Whether the viewer sees every row, whosever it is. */
export const seesEveryRow = ({ identity: { roles }, seesAll }: Viewer): boolean =>
  roles.some((role) => seesAllEverywhere.includes(role) || seesAll.includes(role));

/** Whether somebody is one of the house: a partner, or somebody without any role, sees nothing of it. */
export const worksHere = ({ roles }: Pick<Identity, 'roles'>): boolean => roles.some((role) => role !== 'PARTNER');

/** The same line for one owned thing that is at hand already, such as the local copy of an account. */
export function seesOwned(viewer: Viewer, { ownerId, team }: { ownerId: string | null; team: string | null }): boolean {
  const { identity } = viewer;
  if (seesEveryRow(viewer)) return true;
  if (!worksHere(identity)) return false;
  return (ownerId !== null && ownerId === identity.repId) || identity.teams.some((own) => own === team);
}

/** The SQL by which a row with an owner and a team is somebody's own or of the own teams, for an alias. */
export const ownOrTeams = (alias: string, { repId, teams }: Identity): { sql: string; parameters: object } => ({
  sql: `${alias}.owner_id = :viewerRep or ${alias}.team = any(:viewerTeams)`,
  parameters: { viewerRep: repId, viewerTeams: [...teams] },
});

/**
 * The rows of `entity` that the viewer may see, as a query with alias `e`. Row-level security holds the tenant's line; within it,
 * what has an owner shows to the owner, to the teams it is shared with and to the roles that see all; what waits in a pool (公海)
 * without owner and team shows to everybody who works here. A partner, or somebody without any role, sees nothing.
 */
export function visibleRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass & (new () => T) & OwnWord,
  { identity, seesAll }: Viewer,
): SelectQueryBuilder<T> {
  const query = manager
    .createQueryBuilder(entity, 'e')
    .where('e.tenant_id = :viewerTenant', { viewerTenant: identity.tenantId });
  const own = entity.seenBy?.(identity);
  if (!own && seesEveryRow({ identity, seesAll: entity.seesAll ?? seesAll })) return query;
  if (!worksHere(identity)) return query.andWhere('false');
  if (own) {
    own(query as SelectQueryBuilder<ObjectLiteral>);
    return query;
  }
  const { prototype } = entity;
  if (!(prototype instanceof OwnedAggregate || prototype instanceof OwnableAggregate)) return query;
  const pool = prototype instanceof PooledAggregate ? ' or (e.owner_id is null and e.team is null)' : '';
  const { sql, parameters } = ownOrTeams('e', identity);
  return query.andWhere(`(${sql}${pool})`, parameters);
}
