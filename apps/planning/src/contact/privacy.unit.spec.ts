import type { Role } from '@fivepoint/service';
import { readsPerson } from './privacy';

const contact = { ownerId: 'owner', team: 'north', relationshipOwnerId: 'friend' };
const person = (role: Role, repId: string | null = null, ...teams: string[]) => ({ roles: [role], repId, teams });

describe('who reads what kind of person a contact is (P08)', () => {
  it.each([
    ['somebody who sees all of planning', person('FINANCE'), [true, false, false]],
    ['a presales of the team', person('PRESALES', null, 'north'), [true, true, false]],
    ['a rep of the team', person('REP', 'other', 'north'), [true, true, false]],
    ['a manager of the team', person('MANAGER', null, 'north'), [true, true, true]],
    ['a manager of another team', person('MANAGER', null, 'south'), [true, false, false]],
    ["the account's owner", person('REP', 'owner'), [true, true, false]],
    ['who owns the relationship', person('CSM', 'friend', 'south'), [true, true, true]],
    ['an executive', person('EXECUTIVE'), [true, true, true]],
    ['an administrator', person('ADMIN'), [true, true, true]],
  ] as const)('is for %s as its privacy says', (_, who, reads) => {
    const found = (['OPEN', 'TEAM', 'PRIVATE'] as const).map((privacy) => readsPerson(who, { ...contact, privacy }));
    expect(found).toEqual(reads);
  });

  it('is nobody by having neither rep nor team', () => {
    const nobodys = { ownerId: null, team: null, relationshipOwnerId: null };
    expect(readsPerson(person('CSM'), { ...nobodys, privacy: 'TEAM' })).toBe(false);
    expect(readsPerson(person('MANAGER'), { ...nobodys, privacy: 'PRIVATE' })).toBe(false);
  });
});
