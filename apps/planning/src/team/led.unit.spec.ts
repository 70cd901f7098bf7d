import type { Role } from '@fivepoint/service';
import { ledProblems, leads } from './led';

const person = (role: Role, ...teams: string[]) => ({ roles: [role], teams });

describe('who leads a team', () => {
  it.each([
    ['a manager of it', person('MANAGER', 'south', 'north'), true],
    ['a manager of another', person('MANAGER', 'south'), false],
    ['a rep of it', person('REP', 'north'), false],
    ['finance, which sees all of planning', person('FINANCE', 'north'), false],
    ['customer success, likewise', person('CSM', 'north'), false],
    ['an executive', person('EXECUTIVE'), true],
    ['an administrator', person('ADMIN'), true],
    ['nobody', { roles: [], teams: ['north'] }, false],
  ])('%s', (_, who, does) => {
    expect(leads(who, 'north')).toBe(does);
    expect(ledProblems(who, { team: 'north' })).toHaveLength(does ? 0 : 1);
  });
});
