import {
  type Command,
  InputProblem,
  InvalidInput,
  NotFound,
  notYetProblems,
  type VersionConflict,
} from '@fivepoint/service';
import { Account } from '../account/account';
import { AccountSeat } from './account-seat';
import type { VacateSeatInput } from './seat.inputs';

export type VacateSeatOutcome = AccountSeat | NotFound | VersionConflict | InvalidInput;

/** Says that a rep has left a seat of the iron triangle with nobody next (capability P38): it is missing from that day on. */
export async function vacateSeat(command: Command, input: VacateSeatInput): Promise<VacateSeatOutcome> {
  const found = await command.find(AccountSeat, input.accountSeatId);
  if (!(found instanceof AccountSeat)) return found;
  // The account first, as where a seat is assigned: who takes a seat ends the holding before.
  const account = await command.lock(Account, found.accountId);
  if (!(account instanceof Account)) return new NotFound('AccountSeat', input.accountSeatId);
  const held = await command.lock(AccountSeat, input.accountSeatId, input.expectedVersion);
  if (!(held instanceof AccountSeat)) return held;
  const today = await command.today();
  const vacatedOn = input.vacatedOn ?? today;
  const problems = notYetProblems('vacatedOn', vacatedOn, today);
  if (held.vacatedOn !== null)
    problems.push(new InputProblem('accountSeatId', `was left on ${held.vacatedOn} already`));
  if (vacatedOn < held.assignedOn)
    problems.push(new InputProblem('vacatedOn', `must not be before ${held.assignedOn}, when the seat was taken`));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.save(Object.assign(held, { vacatedOn }));
}
