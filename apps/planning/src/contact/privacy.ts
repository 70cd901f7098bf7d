import type { Identity } from '@fivepoint/service';
import type { Contact } from './contact';

type Kept = Pick<Contact, 'privacy' | 'ownerId' | 'team' | 'relationshipOwnerId'>;

/**
 * Whether somebody who sees a contact reads, and changes, what kind of person it is (capability P08): by its privacy. ADMIN and EXECUTIVE read
 * all; a role that sees all of planning, such as FINANCE, sees a contact and need not know that the person is vain. Who takes an account over
 * does not take over what was told in private. Pure.
 */
export function readsPerson(
  { roles, repId, teams }: Pick<Identity, 'roles' | 'repId' | 'teams'>,
  contact: Kept,
): boolean {
  const { privacy, ownerId, team, relationshipOwnerId } = contact;
  if (privacy === 'OPEN' || roles.includes('ADMIN') || roles.includes('EXECUTIVE')) return true;
  if (repId !== null && repId === relationshipOwnerId) return true;
  const ofTheTeam = team !== null && teams.includes(team);
  if (privacy === 'PRIVATE') return ofTheTeam && roles.includes('MANAGER');
  return ofTheTeam || (repId !== null && repId === ownerId);
}
