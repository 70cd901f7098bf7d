import { type Command, InputProblem, InvalidInput, NotFound, type VersionConflict } from '@fivepoint/service';
import { Contact } from './contact';
import type { UpdateContactInput } from './contact.inputs';
import { readsPerson } from './privacy';
import { relationshipOwnerOf } from './register-contact';

export type UpdateContactOutcome = Contact | NotFound | VersionConflict | InvalidInput;

/** What only those change who read it. */
const personal = ['background', 'decisionStyle', 'preferences', 'privacy'] as const;
const open = ['name', 'position', 'influence', 'access', 'support'] as const;
/** What a person cannot be without: null leaves it as it is. */
const always: readonly string[] = ['name', 'access', 'privacy'];

/** Changes what is known of a person (capability P08); new roles are announced, for deal and receivables map the decision chain by them. */
export async function updateContact(command: Command, input: UpdateContactInput): Promise<UpdateContactOutcome> {
  const contact = await command.lock(Contact, input.contactId, input.expectedVersion);
  if (!(contact instanceof Contact)) return contact;
  const relationshipOwner = await relationshipOwnerOf(command, input.relationshipOwnerId);
  if (relationshipOwner instanceof NotFound || relationshipOwner instanceof InvalidInput) return relationshipOwner;
  if (!readsPerson(command.identity, contact)) {
    const given = personal.filter((field) => input[field] !== undefined);
    if (given.length > 0)
      return new InvalidInput(
        given.map(
          (field) => new InputProblem(field, `is changed by who may read it: this contact is ${contact.privacy}`),
        ),
      );
  }

  for (const field of [...open, ...personal]) {
    const value = input[field];
    if (value === undefined || (value === null && always.includes(field))) continue;
    Object.assign(contact, { [field]: value });
  }
  if (input.relationshipOwnerId !== undefined) contact.relationshipOwnerId = relationshipOwner?.id ?? null;
  const before = contact.roles;
  if (input.roles) contact.roles = [...new Set(input.roles)];
  await command.save(contact);
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
