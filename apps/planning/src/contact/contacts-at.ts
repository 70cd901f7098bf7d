import { type Command, NotFound } from '@fivepoint/service';
import { In } from 'typeorm';
import { Contact } from './contact';

/** The people at an account whom a command names, each once; NotFound of the first who is not there. */
export async function contactsAt(
  { manager, tenantId }: Command,
  accountId: string,
  contactIds: readonly string[],
): Promise<Contact[] | NotFound> {
  const ids = [...new Set(contactIds)];
  const there = new Map(
    (await manager.findBy(Contact, { tenantId, accountId, id: In(ids) })).map((one) => [one.id, one]),
  );
  const missing = ids.find((id) => !there.has(id));
  return missing === undefined ? ids.flatMap((id) => there.get(id) ?? []) : new NotFound('Contact', missing);
}
