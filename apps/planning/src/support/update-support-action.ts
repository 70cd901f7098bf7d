import { type Command, InputProblem, InvalidInput, NotFound, type VersionConflict } from '@fivepoint/service';
import { Rep } from '../rep/rep';
import { lockSupport } from './lock-support';
import { dueProblems } from './plan-support';
import { SupportAction } from './support-action';
import { supportActionStatuses } from './support-action.statuses';
import { SupportActionEnded } from './support.errors';
import type { UpdateSupportActionInput } from './support.inputs';

export type UpdateSupportActionOutcome = SupportAction | NotFound | VersionConflict | SupportActionEnded | InvalidInput;

/** Changes help that has not ended: what is done, by when, by whom. */
export async function updateSupportAction(
  command: Command,
  input: UpdateSupportActionInput,
): Promise<UpdateSupportActionOutcome> {
  const action = await lockSupport(command, input.supportActionId, input.expectedVersion);
  if (!(action instanceof SupportAction)) return action;
  if (supportActionStatuses.isFinal(action.status)) return new SupportActionEnded();
  const owner = input.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const problems = dueProblems(input.dueOn, await command.today());
  if (owner?.id === action.repId)
    problems.push(new InputProblem('ownerId', 'must be somebody else than who gets the help'));
  if (problems.length > 0) return new InvalidInput(problems);
  action.kind = input.kind ?? action.kind;
  action.task = input.task ?? action.task;
  action.dueOn = input.dueOn ?? action.dueOn;
  action.ownerId = owner?.id ?? action.ownerId;
  return command.save(action);
}
