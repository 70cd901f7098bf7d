import { actsFor, teamProblems } from './teams';

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
});
