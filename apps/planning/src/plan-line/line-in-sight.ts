import { type Identity, seesAllIn, seesEveryRow, worksHere } from '@fivepoint/service';

/*
 * Who sees a plan line (计划行可见范围): its owner, the team that shares it, and the roles that see all of planning, of those who work here. What a version
 * says of a line goes by the owner and the team that it says; an account by its own, in the same words. One text for all statements, which take the
 * viewer by place or by name; a spec holds it to what the service does with a plan line that is at hand.
 */

/** Where a statement has what it needs of the viewer: whether all is to be seen, the rep's id, and the teams. */
type Viewed = readonly [everything: string, repId: string, teams: string];

/** SQL, never null: the row of this alias, with an owner and a team, is to be seen. */
export const inSight = (alias: string, [everything, repId, teams]: Viewed): string =>
  `(${everything} or coalesce(${alias}.owner_id = ${repId} or ${alias}.team = any(${teams}), false))`;

/** The three parameters of a statement that says with `lineInSight` what the viewer sees of planning. */
export const sightOf = (identity: Identity): [everything: boolean, repId: string | null, teams: string[]] =>
  worksHere(identity)
    ? [seesEveryRow({ identity, seesAll: seesAllIn.planning }), identity.repId, [...identity.teams]]
    : [false, null, []];

/** SQL, never null: the viewer sees the line of this alias; `first` is the place of the first of the parameters of `sightOf`. */
export const lineInSight = (alias: string, first: number): string =>
  inSight(alias, [`$${first}`, `$${first + 1}`, `$${first + 2}`]);

/** The same for a query that is built, with its parameters. */
export function lineSeen(alias: string, identity: Identity): { sql: string; parameters: object } {
  const [seesEveryLine, lineViewer, lineTeams] = sightOf(identity);
  return {
    sql: inSight(alias, [':seesEveryLine', ':lineViewer', ':lineTeams']),
    parameters: { seesEveryLine, lineViewer, lineTeams },
  };
}
