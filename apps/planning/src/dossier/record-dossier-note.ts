import { type Command, InvalidInput, NotFound, pastDayProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { contactsAt } from '../contact/contacts-at';
import type { RecordDossierNoteInput } from './dossier.inputs';
import { DossierNote } from './dossier-note';

export type RecordDossierNoteOutcome = DossierNote | NotFound | InvalidInput;

/** Records what was found out about how an account buys and decides (capability P07). */
export async function recordDossierNote(
  command: Command,
  input: RecordDossierNoteInput,
): Promise<RecordDossierNoteOutcome> {
  const account = await command.find(Account, input.accountId);
  if (!(account instanceof Account)) return account;
  const contacts = await contactsAt(command, account.id, input.contactIds);
  if (contacts instanceof NotFound) return contacts;
  const today = await command.today();
  const problems = pastDayProblems('notedOn', input.notedOn, today);
  if (problems.length > 0) return new InvalidInput(problems);
  const { topic, text, source } = input;
  return command.add(
    Object.assign(new DossierNote(), {
      ...command.newAggregate(account.correlationId),
      ...{ accountId: account.id, topic, text, source },
      notedOn: input.notedOn ?? today,
      authorId: command.identity.repId,
      contactIds: contacts.map(({ id }) => id),
    }),
  );
}
