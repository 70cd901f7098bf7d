import { type Command, InvalidInput, type NotFound, pastDayProblems, type VersionConflict } from '@fivepoint/service';
import { assessAccounts } from '../assessment/assess-accounts';
import { Contact } from './contact';
import { lockWithItsAccount } from './lock-with-its-account';
import type { MarkContactLeftInput } from './contact.inputs';

export type MarkContactLeftOutcome = Contact | NotFound | VersionConflict | InvalidInput;

/** Says that a person has left (capability S08), or corrects the day: the roles are open again, and who comes next begins without trust. */
export async function markContactLeft(command: Command, input: MarkContactLeftInput): Promise<MarkContactLeftOutcome> {
  const contact = await lockWithItsAccount(command, input.contactId, input.expectedVersion);
  if (!(contact instanceof Contact)) return contact;
  const today = await command.today();
  const problems = pastDayProblems('leftOn', input.leftOn, today);
  if (problems.length > 0) return new InvalidInput(problems);
  contact.leftOn = input.leftOn ?? today;
  await command.save(contact);
  await assessAccounts(command, [contact.accountId]);
  command.emit({
    type: 'fivepoint.planning.contact-left.v1',
    key: contact.accountId,
    subject: contact.id,
    correlationId: contact.correlationId,
    data: { contactId: contact.id, accountId: contact.accountId, roles: contact.roles, leftOn: contact.leftOn },
  });
  return contact;
}
