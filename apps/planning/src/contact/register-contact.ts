import { type Command, NotFound } from '@fivepoint/service';
import { Account } from '../account/account';
import { Contact } from './contact';
import type { RegisterContactInput } from './contact.inputs';

export type RegisterContactOutcome = Contact | NotFound;

/** Registers a person at an account (capability P08): the other services know the person by id and roles. */
export async function registerContact(command: Command, input: RegisterContactInput): Promise<RegisterContactOutcome> {
  // The account is locked, so that a hand-over at the same moment finds this contact, or this contact the new owner.
  const account = await command.lock(Account, input.accountId);
  if (!(account instanceof Account)) return new NotFound('Account', input.accountId);
  const contact = Object.assign(new Contact(), {
    ...command.newAggregate(),
    accountId: account.id,
    name: input.name,
    roles: [...new Set(input.roles)],
    ownerId: account.ownerId,
    team: account.team,
  });
  await command.add(contact);
  command.emit({
    type: 'fivepoint.planning.contact-registered.v1',
    key: account.id,
    subject: contact.id,
    data: { contactId: contact.id, accountId: account.id, roles: contact.roles },
  });
  return contact;
}
