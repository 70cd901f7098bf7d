import { type Command, InputProblem, InvalidInput, NotFound, type VersionConflict } from '@fivepoint/service';
import { lockHierarchy, standsBelow } from '../account/hierarchy';
import { Rep } from '../rep/rep';
import { Team } from './team';
import type { UpdateTeamInput } from './team.inputs';

export type UpdateTeamOutcome = Team | NotFound | VersionConflict | InvalidInput;

/** Changes who leads a team or where it stands (capability P34); what its reps and accounts see does not move with it. */
export async function updateTeam(command: Command, input: UpdateTeamInput): Promise<UpdateTeamOutcome> {
  if (input.parentId !== undefined) await lockHierarchy(command, 'team');
  const team = await command.lock(Team, input.teamId, input.expectedVersion);
  if (!(team instanceof Team)) return team;
  const manager = input.managerId ? await command.find(Rep, input.managerId) : null;
  if (manager instanceof NotFound) return manager;
  const parent = input.parentId ? await command.find(Team, input.parentId) : null;
  if (parent instanceof NotFound) return parent;
  if (parent && (await standsBelow(command, parent.id, team.id, 'team')))
    return new InvalidInput([
      new InputProblem('parentId', `${parent.name} stands below this team or is this team itself`),
    ]);
  if (input.managerId !== undefined) team.managerId = manager?.id ?? null;
  if (input.parentId !== undefined) team.parentId = parent?.id ?? null;
  return command.save(team);
}
