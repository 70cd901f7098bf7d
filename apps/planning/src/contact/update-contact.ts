import { type Command, InputProblem, InvalidInput, NotFound, type VersionConflict } from '@fivepoint/service';
import { assessAccounts } from '../assessment/assess-accounts';
import { Contact } from './contact';
import { lockWithItsAccount } from './lock-with-its-account';
import { noteStanding, standingOf } from './contact-standing';
import type { UpdateContactInput } from './contact.inputs';
import { readsPerson } from './privacy';
import { relationshipOwnerOf } from './register-contact';

export type UpdateContactOutcome = Contact | NotFound | VersionConflict | InvalidInput;

/** What only those change who read it; who looks after the relationship is one of them. */
const personal = ['background', 'decisionStyle', 'preferences', 'privacy', 'relationshipOwnerId'] as const;
const open = ['name', 'position', 'influence', 'access', 'support'] as const;
/** What a person cannot be without: null leaves it as it is. */
const always: readonly string[] = ['name', 'access', 'privacy'];

/** Changes what is known of a person (capability P08); new roles are announced, for deal and receivables map the decision chain by them. */
export async function updateContact(command: Command, input: UpdateContactInput): Promise<UpdateContactOutcome> {
  const contact = await lockWithItsAccount(command, input.contactId, input.expectedVersion);
  if (!(contact instanceof Contact)) return contact;
  const { relationshipOwnerId = contact.relationshipOwnerId } = input;
  const handedOn = relationshipOwnerId !== contact.relationshipOwnerId;
  const given = personal.filter((field) => (field === 'relationshipOwnerId' ? handedOn : input[field] !== undefined));
  if (given.length > 0 && !readsPerson(command.identity, contact))
    return new InvalidInput(
      given.map(
        (field) => new InputProblem(field, `is changed by who may read it: this contact is ${contact.privacy}`),
      ),
    );
  if (contact.leftOn && input.roles)
    return new InvalidInput([new InputProblem('roles', `has left on ${contact.leftOn}, and holds none any more`)]);
  const relationshipOwner = handedOn ? await relationshipOwnerOf(command, contact, relationshipOwnerId) : null;
  if (relationshipOwner instanceof NotFound || relationshipOwner instanceof InvalidInput) return relationshipOwner;

  const stood = standingOf(contact);
  for (const field of [...open, ...personal]) {
    const value = input[field];
    if (field === 'relationshipOwnerId' || value === undefined || (value === null && always.includes(field))) continue;
    Object.assign(contact, { [field]: value });
  }
  if (handedOn) contact.relationshipOwnerId = relationshipOwner?.id ?? null;
  const before = contact.roles;
  if (input.roles) contact.roles = [...new Set(input.roles)];
  await command.save(contact);
  if (standingOf(contact) !== stood) {
    await noteStanding(command, contact);
    await assessAccounts(command, [contact.accountId]);
  }
  if ([...before].sort().join() !== [...contact.roles].sort().join())
    command.emit({
      type: 'fivepoint.planning.contact-changed.v1',
      key: contact.accountId,
      subject: contact.id,
      correlationId: contact.correlationId,
      data: { contactId: contact.id, accountId: contact.accountId, roles: contact.roles, previousRoles: before },
    });
  return contact;
}
