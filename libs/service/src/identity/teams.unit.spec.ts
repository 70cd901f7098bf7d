import { actsFor, ownerProblems, teamProblems } from './teams';

describe('acting for a team', () => {
  it('is for its own people, and for every team the business of ADMIN and EXECUTIVE', () => {
    expect(actsFor({ roles: ['MANAGER'], teams: ['north'] }, 'north')).toBe(true);
    expect(actsFor({ roles: ['MANAGER'], teams: ['north'] }, 'south')).toBe(false);
    for (const role of ['ADMIN', 'EXECUTIVE'] as const)
      expect(actsFor({ roles: [role], teams: [] }, 'south')).toBe(true);
  });

  it('is refused with the teams that would do', () => {
    const problems = (teams: string[]) => teamProblems({ roles: ['MANAGER'], teams }, 'south');
    expect(problems(['north', 'east'])).toEqual([{ path: 'team', message: 'must be one of yours: north, east' }]);
    expect(problems([])).toEqual([{ path: 'team', message: 'must be one of yours, and you have none' }]);
    expect(problems(['south'])).toEqual([]);
  });

  it('lets give to oneself and to the reps of these teams, to nobody else', () => {
    const given = (caller: object, owner: { id: string; team: string | null }) =>
      ownerProblems({ roles: ['REP'], teams: ['north'], repId: 'me', ...caller }, owner).map(
        ({ path, message }) => `${path} ${message}`,
      );
    expect(given({}, { id: 'a colleague', team: 'north' })).toEqual([]);
    expect(given({}, { id: 'me', team: 'south' })).toEqual([]);
    expect(given({ roles: ['ADMIN'], teams: [] }, { id: 'anybody', team: 'south' })).toEqual([]);
    const ofMyTeams = ['ownerId must be you or a rep of one of your teams: north'];
    expect(given({}, { id: 'a stranger', team: 'south' })).toEqual(ofMyTeams);
    for (const roles of [['REP'], ['ADMIN']])
      expect(given({ roles }, { id: 'of no team', team: null })).toEqual(ofMyTeams);
    expect(given({ repId: null, teams: [] }, { id: 'a stranger', team: 'south' })).toEqual([
      'ownerId must be you or a rep of one of your teams, and you have none',
    ]);
  });
});
