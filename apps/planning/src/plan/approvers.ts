import type { Identity } from '@fivepoint/service';

type Approver = 'EXECUTIVE' | 'ADMIN' | 'MANAGER';

/** Who may approve a plan (capability X13): for a team its manager, too; for the whole company only EXECUTIVE and ADMIN. */
export const approversOf = (team: string | null): readonly Approver[] =>
  team === null ? ['EXECUTIVE', 'ADMIN'] : ['EXECUTIVE', 'ADMIN', 'MANAGER'];

/** The role by which the caller approves a plan of this team, or null when none of its roles may; a manager for own teams. Pure. */
export const approvingRole = (
  { roles, teams }: Pick<Identity, 'roles' | 'teams'>,
  team: string | null,
): Approver | null =>
  approversOf(team).find((role) => roles.includes(role) && (role !== 'MANAGER' || teams.some((own) => own === team))) ??
  null;
