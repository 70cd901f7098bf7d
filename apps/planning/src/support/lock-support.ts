import { type Command, InputProblem, InvalidInput, NotFound, VersionConflict } from '@fivepoint/service';
import { Rep } from '../rep/rep';
import { leads, leadsAll } from '../team/led';
import { SupportAction } from './support-action';

/** The action to change, locked; by who sees to it or leads the team of the rep; by the rep only where nobody is above, as EXECUTIVE or ADMIN. */
export async function lockSupport(
  command: Command,
  supportActionId: string,
  expectedVersion: number | null | undefined,
): Promise<SupportAction | NotFound | VersionConflict | InvalidInput> {
  const action = await command.lock(SupportAction, supportActionId, expectedVersion);
  if (!(action instanceof SupportAction)) return action;
  const rep = await command.find(Rep, action.repId);
  if (!(rep instanceof Rep)) return rep;
  const { identity } = command;
  const seesToIt = action.ownerId !== null && action.ownerId === identity.repId;
  if (action.repId === identity.repId ? leadsAll(identity) : seesToIt || leads(identity, rep.team)) return action;
  const problem = 'must be one that you see to, or for another rep of a team that you lead';
  return new InvalidInput([new InputProblem('supportActionId', problem)]);
}
