import {
  type Command,
  InputProblem,
  InvalidInput,
  NotFound,
  pastDayProblems,
  plannedDayProblems,
  present,
} from '@fivepoint/service';
import { Account } from '../account/account';
import { contactsAt } from '../contact/contacts-at';
import { moveTrust } from './move-trust';
import type { RecordTouchInput } from './touch.inputs';
import { TouchRecord } from './touch-record';

export type RecordTouchOutcome = TouchRecord | NotFound | InvalidInput;

/** Records that somebody met the people of an account, or tried to (capabilities P19, S05). What was said stays here; that it was is told. */
export async function recordTouch(command: Command, input: RecordTouchInput): Promise<RecordTouchOutcome> {
  const account = await command.find(Account, input.accountId);
  if (!(account instanceof Account)) return account;
  const contacts = await contactsAt(command, account.id, input.contactIds);
  if (contacts instanceof NotFound) return contacts;
  const today = await command.today();
  const touchedOn = input.touchedOn ?? today;
  const problems = [
    ...pastDayProblems('touchedOn', input.touchedOn, today),
    ...plannedDayProblems('nextOn', input.nextOn, today),
  ];
  if (problems.length === 0 && input.nextOn && input.nextOn < touchedOn)
    problems.push(new InputProblem('nextOn', `must not be before ${touchedOn}, the day of the touch`));
  for (const [place, { leftOn }] of contacts.entries())
    if (leftOn && touchedOn >= leftOn)
      problems.push(new InputProblem(`contactIds.${place}`, `left on ${leftOn}, and was not there to be met`));
  if (problems.length > 0) return new InvalidInput(problems);
  const { kind, outcome, summary, nextStep, nextOn } = input;
  const touch = await command.add(
    Object.assign(new TouchRecord(), {
      ...command.newAggregate(account.correlationId),
      ...{ accountId: account.id, contactIds: contacts.map(({ id }) => id), repId: command.identity.repId },
      ...{ kind, outcome, touchedOn },
      ...{ summary: summary ?? null, nextStep: nextStep ?? null, nextOn: nextOn ?? null },
    }),
  );
  await moveTrust(command, { ...touch, touchId: touch.id });
  announceTouch(command, touch);
  return touch;
}

function announceTouch(command: Command, touch: TouchRecord): void {
  const { id: touchId, accountId, contactIds, kind, outcome, touchedOn, repId, nextOn } = touch;
  command.emit({
    type: 'fivepoint.planning.touch-recorded.v1',
    key: accountId,
    subject: touchId,
    correlationId: touch.correlationId,
    data: { touchId, accountId, contactIds, kind, outcome, touchedOn, ...present({ repId, nextOn }) },
  });
}
