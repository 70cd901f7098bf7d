import { type Wait, wait } from '@fivepoint/messaging';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { seesOwned } from '../entity/visibility';
import type { Identity } from '../identity/identity';
import { seesAllIn } from '../identity/sees-all';

export type MasterKind = 'tenant' | 'account' | 'product' | 'rep' | 'contact';

/** One of planning's accounts, products, reps, contacts or tenants, as far as the other services need it (主数据副本). */
@Entity('master_data')
export class MasterRecord {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') kind!: MasterKind;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('text', { nullable: true }) team!: string | null;
  @Column('jsonb') attributes!: Record<string, unknown>;
}

/** The local copy, or null where planning has not told of such a thing (yet). */
export function known(
  manager: EntityManager,
  tenantId: string,
  kind: MasterKind,
  id: string,
): Promise<MasterRecord | null> {
  return manager.findOneBy(MasterRecord, { tenantId, kind, id });
}

/** What a handler answers that needs something of planning's: it waits where that has not come, and goes on (null) where it has. */
export async function notKnownYet(
  { manager, tenantId }: { manager: EntityManager; tenantId: string },
  kind: MasterKind,
  id: string,
): Promise<Wait | null> {
  return (await known(manager, tenantId, kind, id)) ? null : wait(`${kind} ${id} is not known here yet`, { on: id });
}

/** The local copy of an account that the caller may see in planning; null where there is none, as if there were none at all. */
export async function accountInSight(
  { manager, tenantId, identity }: { manager: EntityManager; tenantId: string; identity: Identity },
  id: string,
): Promise<MasterRecord | null> {
  const account = await known(manager, tenantId, 'account', id);
  return account && seesOwned({ identity, seesAll: seesAllIn.planning }, account) ? account : null;
}

/** The tenant's time zone from the local copy; UTC until planning's word of the tenant has come. */
export async function tenantTimeZone(manager: EntityManager, tenantId: string): Promise<string> {
  const tenant = await known(manager, tenantId, 'tenant', tenantId);
  const zone = tenant?.attributes['timeZone'];
  return typeof zone === 'string' ? zone : 'UTC';
}
