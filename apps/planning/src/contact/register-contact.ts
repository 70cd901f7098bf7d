import { type Command, InputProblem, InvalidInput, NotFound } from '@fivepoint/service';
import { Account } from '../account/account';
import { assessAccounts } from '../assessment/assess-accounts';
import { Rep } from '../rep/rep';
import { Contact } from './contact';
import { noteStanding } from './contact-standing';
import type { RegisterContactInput } from './contact.inputs';

export type RegisterContactOutcome = Contact | NotFound | InvalidInput;

/** Registers a person at an account (capability P08): the other services know the person by id and roles. */
export async function registerContact(command: Command, input: RegisterContactInput): Promise<RegisterContactOutcome> {
  // The account is locked, so that a hand-over at the same moment finds this contact, or this contact the new owner.
  const account = await command.lock(Account, input.accountId);
  if (!(account instanceof Account)) return new NotFound('Account', input.accountId);
  const wanted = input.relationshipOwnerId ?? command.identity.repId;
  const relationshipOwner = await relationshipOwnerOf(command, account, wanted);
  if (relationshipOwner instanceof NotFound || relationshipOwner instanceof InvalidInput) return relationshipOwner;
  const contact = Object.assign(new Contact(), {
    ...command.newAggregate(),
    accountId: account.id,
    name: input.name,
    position: input.position ?? null,
    roles: [...new Set(input.roles)],
    influence: input.influence ?? null,
    access: input.access,
    support: input.support ?? null,
    privacy: input.privacy,
    background: input.background ?? null,
    decisionStyle: input.decisionStyle ?? null,
    preferences: input.preferences ?? null,
    relationshipOwnerId: relationshipOwner?.id ?? null,
    leftOn: null,
    ownerId: account.ownerId,
    team: account.team,
  });
  await command.add(contact);
  await noteStanding(command, contact);
  await assessAccounts(command, [account.id]);
  command.emit({
    type: 'fivepoint.planning.contact-registered.v1',
    key: account.id,
    subject: contact.id,
    data: { contactId: contact.id, accountId: account.id, roles: contact.roles },
  });
  return contact;
}

/** The rep who is to look after the relationship, if one is named, or why it cannot be that one: it must be somebody who sees the account. */
export async function relationshipOwnerOf(
  command: Command,
  account: { ownerId: string | null; team: string | null },
  repId: string | null,
): Promise<Rep | null | NotFound | InvalidInput> {
  if (!repId) return null;
  const rep = await command.find(Rep, repId);
  if (!(rep instanceof Rep)) return rep;
  if (account.team === null || rep.team === account.team || rep.id === account.ownerId) return rep;
  const right = `must be a rep of team ${account.team}, which shares the account, or its owner`;
  return new InvalidInput([new InputProblem('relationshipOwnerId', right)]);
}
