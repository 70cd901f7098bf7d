import { InputProblem } from '../graph/refusals';
import type { Identity } from './identity';

type Acting = Pick<Identity, 'roles' | 'teams'>;

/** Whether the caller may act for a team (X13: who authors plans): ADMIN and EXECUTIVE for every one, others for their own. Pure. */
export function actsFor({ roles, teams }: Acting, team: string): boolean {
  return roles.includes('ADMIN') || roles.includes('EXECUTIVE') || teams.includes(team);
}

/** Why the caller may not name this team; none when it may. Pure. */
export function teamProblems(identity: Acting, team: string): InputProblem[] {
  return actsFor(identity, team) ? [] : [new InputProblem('team', `must be ${ownTeams(identity, 'one of yours')}`)];
}

/** Why the caller may not give something to this rep; none when the rep is the caller or of a team that the caller acts for. Pure. */
export function ownerProblems(
  identity: Acting & Pick<Identity, 'repId'>,
  owner: { id: string; team: string | null },
): InputProblem[] {
  if (owner.id === identity.repId || (owner.team !== null && actsFor(identity, owner.team))) return [];
  return [new InputProblem('ownerId', `must be you or a rep of ${ownTeams(identity, 'one of your teams')}`)];
}

const ownTeams = ({ teams }: Pick<Identity, 'teams'>, oneOfThem: string): string =>
  teams.length > 0 ? `${oneOfThem}: ${teams.join(', ')}` : `${oneOfThem}, and you have none`;
