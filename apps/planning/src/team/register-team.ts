import { type Command, NotFound, takeTurns } from '@fivepoint/service';
import { Rep } from '../rep/rep';
import { Team } from './team';
import { TeamExists } from './team.errors';
import type { RegisterTeamInput } from './team.inputs';

export type RegisterTeamOutcome = Team | NotFound | TeamExists;

/** Sets up a team before it has a rep (capabilities P22, P34); a rep's own word for a team makes it, too (`ensureTeam`). */
export async function registerTeam(command: Command, input: RegisterTeamInput): Promise<RegisterTeamOutcome> {
  const manager = input.managerId ? await command.find(Rep, input.managerId) : null;
  if (manager instanceof NotFound) return manager;
  const parent = input.parentId ? await command.find(Team, input.parentId) : null;
  if (parent instanceof NotFound) return parent;
  await takeTurns(command, Team, ['name'], [input]);
  const there = await teamNamed(command, input.name);
  if (there) return new TeamExists(there.id, there.name);
  return addTeam(command, input.name, { managerId: manager?.id ?? null, parentId: parent?.id ?? null });
}

/** The team of a rep who is registered: with the first rep who names it, it is there. */
export async function ensureTeam(command: Command, name: string): Promise<void> {
  if (await teamNamed(command, name)) return;
  await takeTurns(command, Team, ['name'], [{ name }]);
  if (await teamNamed(command, name)) return;
  await addTeam(command, name, { managerId: null, parentId: null });
}

const teamNamed = ({ manager, tenantId }: Command, name: string): Promise<Team | null> =>
  manager.findOneBy(Team, { tenantId, name });

const addTeam = (command: Command, name: string, place: Pick<Team, 'managerId' | 'parentId'>): Promise<Team> =>
  command.add(Object.assign(new Team(), { ...command.newAggregate(), name, ...place }));
