import { type Identity, InputProblem } from '@fivepoint/service';

/** Whether the caller may act for a team (X13: who authors plans): ADMIN and EXECUTIVE for every one, others for their own. Pure. */
export function actsFor({ roles, teams }: Pick<Identity, 'roles' | 'teams'>, team: string): boolean {
  return roles.includes('ADMIN') || roles.includes('EXECUTIVE') || teams.includes(team);
}

/** Why the caller may not name this team; none when it may. Pure. */
export function teamProblems(identity: Pick<Identity, 'roles' | 'teams'>, team: string): InputProblem[] {
  if (actsFor(identity, team)) return [];
  const own =
    identity.teams.length > 0 ? `one of yours: ${identity.teams.join(', ')}` : 'one of yours, and you have none';
  return [new InputProblem('team', `must be ${own}`)];
}
