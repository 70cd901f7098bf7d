import { actsFor, ownerProblems, teamProblems } from './teams';

describe('acting for a team', () => {
  it('is for its own people, and for every team the business of ADMIN and EXECUTIVE', () => {
    expect(actsFor({ roles: ['MANAGER'], teams: ['north'] }, 'north')).toBe(true);
    expect(actsFor({ roles: ['MANAGER'], teams: ['north'] }, 'south')).toBe(false);
    for (const role of ['ADMIN', 'EXECUTIVE'] as const)
      expect(actsFor({ roles: [role], teams: [] }, 'south')).toBe(true);
  });

  it('is refused with the teams that would do', () => {
    const message = (teams: string[]) => teamProblems({ roles: ['MANAGER'], teams }, 'south')[0]?.message;
    expect(message(['north', 'east'])).toBe('must be one of yours: north, east');
    expect(message([])).toBe('must be one of yours, and you have none');
    expect(message(['south'])).toBeUndefined();
  });

  it('lets give to oneself and to the reps of these teams, to nobody else', () => {
    const given = (caller: object, owner: { id: string; team: string | null }) =>
      ownerProblems({ roles: ['REP'], teams: ['north'], repId: 'me', ...caller }, owner)[0]?.message;
    expect(given({}, { id: 'a colleague', team: 'north' })).toBeUndefined();
    expect(given({}, { id: 'me', team: 'south' })).toBeUndefined();
    expect(given({ roles: ['ADMIN'], teams: [] }, { id: 'anybody', team: 'south' })).toBeUndefined();
    expect(given({}, { id: 'a stranger', team: 'south' })).toBe('must be you or a rep of one of your teams: north');
    expect(given({}, { id: 'of no team', team: null })).toBe('must be you or a rep of one of your teams: north');
    expect(given({ repId: null, teams: [] }, { id: 'a stranger', team: 'south' })).toBe(
      'must be you or a rep of one of your teams, and you have none',
    );
  });
});
