import { type Command, InputProblem, InvalidInput, type NotFound, pastDayProblems } from '@fivepoint/service';
import { Contact } from '../contact/contact';
import type { RecordTrustOutcomeInput } from './trust.inputs';
import { TrustOutcome } from './trust-outcome';

/** Records what came of a contact with a person (capability S05). */
export async function recordTrustOutcome(
  command: Command,
  { contactId, kind, happenedOn, note }: RecordTrustOutcomeInput,
): Promise<TrustOutcome | NotFound | InvalidInput> {
  const contact = await command.find(Contact, contactId);
  if (!(contact instanceof Contact)) return contact;
  const today = await command.today();
  const day = happenedOn ?? today;
  const problems = pastDayProblems('happenedOn', happenedOn, today);
  if (contact.leftOn && day >= contact.leftOn)
    problems.push(new InputProblem('happenedOn', `must be before ${contact.leftOn}, when the person left`));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.add(
    Object.assign(new TrustOutcome(), {
      ...command.newAggregate(contact.correlationId),
      ...{
        accountId: contact.accountId,
        contactId: contact.id,
        kind,
        happenedOn: day,
        note: note ?? null,
        touchId: null,
      },
    }),
  );
}
