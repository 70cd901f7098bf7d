import { type Command, known, type MasterKind, type MasterRecord, NotFound } from '@fivepoint/service';

/** What an input may point to in planning; null and absent are the same. */
export interface References {
  accountId?: string | null | undefined;
  productId?: string | null | undefined;
  ownerId?: string | null | undefined;
  contactIds?: readonly string[] | null | undefined;
}

export interface KnownReferences {
  accountId: string | null;
  productId: string | null;
  ownerId: string | null;
  /** The owner's team, as planning told it. */
  ownerTeam: string | null;
  contactIds: string[] | null;
}

/** The references that planning has told of, each contact once; NotFound for the first that it has not. */
export async function knownReferences(command: Command, wanted: References): Promise<KnownReferences | NotFound> {
  const found = async (kind: MasterKind, type: string, id: string): Promise<MasterRecord | NotFound> =>
    (await known(command.manager, command.tenantId, kind, id)) ?? new NotFound(type, id);
  const one = async (kind: MasterKind, type: string, id: string | null | undefined) =>
    id == null ? null : found(kind, type, id);

  const account = await one('account', 'Account', wanted.accountId);
  if (account instanceof NotFound) return account;
  const product = await one('product', 'Product', wanted.productId);
  if (product instanceof NotFound) return product;
  const owner = await one('rep', 'Rep', wanted.ownerId);
  if (owner instanceof NotFound) return owner;
  const contactIds = new Set<string>();
  for (const id of wanted.contactIds ?? []) {
    const contact = await found('contact', 'Contact', id);
    if (contact instanceof NotFound) return contact;
    contactIds.add(contact.id);
  }
  return {
    accountId: account?.id ?? null,
    productId: product?.id ?? null,
    ownerId: owner?.id ?? null,
    ownerTeam: owner?.team ?? null,
    contactIds: wanted.contactIds ? [...contactIds] : null,
  };
}
