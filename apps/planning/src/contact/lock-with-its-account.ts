import { type Command, type NotFound, type VersionConflict } from '@fivepoint/service';
import { Account } from '../account/account';
import { Contact } from './contact';

/**
 * Locks a contact to change it, and its account before: the account is assessed anew then, and whoever hands it over locks it before its people,
 * too, so that nobody waits for each other crosswise.
 */
export async function lockWithItsAccount(
  command: Command,
  id: string,
  expectedVersion?: number | null,
): Promise<Contact | NotFound | VersionConflict> {
  const { manager, tenantId } = command;
  const contact = await command.find(Contact, id);
  if (!(contact instanceof Contact)) return contact;
  await manager.findOne(Account, { where: { tenantId, id: contact.accountId }, lock: { mode: 'pessimistic_write' } });
  return command.lock(Contact, id, expectedVersion);
}
