import type { Command } from '../command/command';
import { NotFound } from '../graph/refusals';
import { accountInSight, known, type MasterRecord } from './master-record';

/** What an input may point to in planning; null and absent are the same. */
export interface NamedReferences {
  accountId?: string | null | undefined;
  productId?: string | null | undefined;
  ownerId?: string | null | undefined;
  contactIds?: readonly string[] | null | undefined;
}

export interface KnownReferences {
  accountId: string | null;
  /** With the owner and team that planning told; null also for the own account, where planning has not told of it. */
  account: MasterRecord | null;
  productId: string | null;
  /** With the team that planning told. */
  owner: MasterRecord | null;
  contactIds: string[] | null;
}

/**
 * The references that planning has told of, each contact once; NotFound for the first that it has not, and for an account, or somebody of
 * one, that the caller may not see.
 * @param ownAccountId the account that the thing has already, by itself or by what it belongs to: who may see the thing may name it
 */
export async function knownReferences(
  command: Command,
  wanted: NamedReferences,
  ownAccountId: string | null,
): Promise<KnownReferences | NotFound> {
  const { manager, tenantId } = command;
  const nameable = (accountId: string): Promise<MasterRecord | null> =>
    accountId === ownAccountId ? known(manager, tenantId, 'account', accountId) : accountInSight(command, accountId);
  const mayName = async (accountId: unknown): Promise<boolean> =>
    typeof accountId === 'string' && (accountId === ownAccountId || (await nameable(accountId)) !== null);

  const account = wanted.accountId ? await nameable(wanted.accountId) : null;
  if (wanted.accountId && wanted.accountId !== ownAccountId && !account)
    return new NotFound('Account', wanted.accountId);
  const product = wanted.productId ? await known(manager, tenantId, 'product', wanted.productId) : null;
  if (wanted.productId && !product) return new NotFound('Product', wanted.productId);
  const owner = wanted.ownerId ? await known(manager, tenantId, 'rep', wanted.ownerId) : null;
  if (wanted.ownerId && !owner) return new NotFound('Rep', wanted.ownerId);
  const contactIds = new Set(wanted.contactIds);
  for (const id of contactIds) {
    const contact = await known(manager, tenantId, 'contact', id);
    if (!contact || !(await mayName(contact.attributes['accountId']))) return new NotFound('Contact', id);
  }
  return {
    accountId: wanted.accountId ?? null,
    account,
    productId: wanted.productId ?? null,
    owner,
    contactIds: wanted.contactIds ? [...contactIds] : null,
  };
}
