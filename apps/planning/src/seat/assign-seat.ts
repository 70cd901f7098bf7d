import { type Command, InputProblem, InvalidInput, NotFound, pastDayProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { Rep } from '../rep/rep';
import { AccountSeat } from './account-seat';
import type { AssignSeatInput } from './seat.inputs';

export type AssignSeatOutcome = AccountSeat | NotFound | InvalidInput;

/** Gives a rep a seat of an account's iron triangle (capability P38); who was in it leaves it on that day. */
export async function assignSeat(command: Command, input: AssignSeatInput): Promise<AssignSeatOutcome> {
  // The account is locked, so that of two who are given the same seat at the same moment the second follows the first.
  const account = await command.lock(Account, input.accountId);
  if (!(account instanceof Account)) return new NotFound('Account', input.accountId);
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  const last = await lastIn(command, account.id, input.seat);
  const today = await command.today();
  const assignedOn = input.assignedOn ?? today;
  const problems = [...pastDayProblems('assignedOn', assignedOn, today), ...placeProblems(last, rep.id, assignedOn)];
  if (problems.length > 0) return new InvalidInput(problems);
  if (last?.vacatedOn === null) await command.save(Object.assign(last, { vacatedOn: assignedOn }));
  return command.add(
    Object.assign(new AccountSeat(), {
      ...command.newAggregate(),
      seat: input.seat,
      assignedOn,
      vacatedOn: null,
      accountId: account.id,
      repId: rep.id,
    }),
  );
}

/** Who holds the seat, or held it last. */
const lastIn = ({ manager, tenantId }: Command, accountId: string, seat: AccountSeat['seat']) =>
  manager.findOne(AccountSeat, {
    where: { tenantId, accountId, seat },
    order: { vacatedOn: { direction: 'DESC', nulls: 'FIRST' }, id: 'DESC' },
  });

type Last = Pick<AccountSeat, 'repId' | 'assignedOn' | 'vacatedOn'>;

/** Why a rep cannot take a seat on a day, after who was in it; pure. */
export function placeProblems(last: Last | null, repId: string, assignedOn: string): InputProblem[] {
  if (!last) return [];
  if (last.vacatedOn === null && last.repId === repId)
    return [new InputProblem('repId', `is in this seat already, since ${last.assignedOn}`)];
  const from = last.vacatedOn ?? last.assignedOn;
  const what = last.vacatedOn === null ? 'the one who is in the seat took it' : 'the last one left the seat';
  return assignedOn < from ? [new InputProblem('assignedOn', `must not be before ${from}, when ${what}`)] : [];
}
