import { type Identity, InputProblem, type Narrowing } from '@fivepoint/service';

type Leading = Pick<Identity, 'roles' | 'teams'>;

/** Whose every team it is: what is said about people is not for the roles that see all of planning, such as FINANCE and CSM. */
export const leadsAll = ({ roles }: Pick<Identity, 'roles'>): boolean =>
  roles.includes('ADMIN') || roles.includes('EXECUTIVE');

/** The teams of which the caller is a manager. */
const ledTeams = ({ roles, teams }: Leading): string[] => (roles.includes('MANAGER') ? [...teams] : []);

/** Whether the caller leads a team: a manager of it, EXECUTIVE or ADMIN. Pure. */
export const leads = (identity: Leading, team: string): boolean =>
  leadsAll(identity) || ledTeams(identity).includes(team);

/** Why the caller may not decide for a team; none when the caller leads it. Pure. */
export const ledTeamProblems = (identity: Leading, team: string, path: string): InputProblem[] =>
  leads(identity, team) ? [] : [new InputProblem(path, 'must be a team that you lead')];

/** Why the caller may not say something about a rep; none when the caller leads the rep's team. Pure. */
export function ledProblems(identity: Leading, rep: { team: string }, path = 'repId'): InputProblem[] {
  return leads(identity, rep.team) ? [] : [new InputProblem(path, 'must be a rep of a team that you lead')];
}

/**
 * Which rows about a rep (`rep_id`) somebody sees: who leads the rep's team, and the reps whom the row names.
 * @param named columns with the ids of the reps who see the row without leading anybody
 */
export const seenByLeadersAnd =
  (...named: readonly string[]) =>
  (identity: Identity): Narrowing => {
    if (leadsAll(identity)) return () => undefined;
    const oneOfThem = named.map((column) => `e.${column} = :viewerRep`);
    return (query) =>
      void query.andWhere(`(${[ofALedTeam, ...oneOfThem].join(' or ')})`, {
        ledTeams: ledTeams(identity),
        viewerRep: identity.repId,
      });
  };

/** The same for what is kept from the rep, also from one who leads the own team. */
export const seenByLeadersOnly = (identity: Identity): Narrowing => {
  if (leadsAll(identity)) return () => undefined;
  return (query) =>
    void query.andWhere(`${ofALedTeam} and e.rep_id is distinct from :viewerRep`, {
      ledTeams: ledTeams(identity),
      viewerRep: identity.repId,
    });
};

/** The same for what is said about somebody who is meant for a team (`team_id`), and may be a rep by now. */
export const seenByLeadersOfTeamOnly = (identity: Identity): Narrowing => {
  if (leadsAll(identity)) return () => undefined;
  const forALedTeam = `exists (
    select from team t where t.tenant_id = e.tenant_id and t.id = e.team_id and t.name = any(:ledTeams))`;
  return (query) =>
    void query.andWhere(`${forALedTeam} and (e.rep_id is null or e.rep_id is distinct from :viewerRep)`, {
      ledTeams: ledTeams(identity),
      viewerRep: identity.repId,
    });
};

const ofALedTeam = `exists (
  select from rep r where r.tenant_id = e.tenant_id and r.id = e.rep_id and r.team = any(:ledTeams))`;
