import fc from 'fast-check';
import { planProblems, teamOf } from './create-plan';

const period = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

describe('a new plan', () => {
  it("is the author's one team's, else the whole company's, unless it says whose", () => {
    expect(teamOf({ teams: ['north'] })).toBe('north');
    expect(teamOf({ teams: [] })).toBeNull();
    expect(teamOf({ teams: ['north', 'south'] }, null)).toBeNull();
    expect(teamOf({ teams: ['north'] }, 'south')).toBe('south');
  });

  it('ends no earlier than it begins, and is for a team that the author acts for', () => {
    const author = { roles: ['MANAGER' as const], teams: ['north'] };
    expect(planProblems(author, { ...period, team: 'north' })).toEqual([]);
    expect(planProblems(author, { ...period, team: 'south' }).map(({ path }) => path)).toEqual(['team']);
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [startsOn, endsOn] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
        const wrong = { path: 'endsOn', message: `must not be before ${startsOn}` };
        expect(planProblems(author, { startsOn, endsOn })).toEqual(startsOn <= endsOn ? [] : [wrong]);
      }),
    );
  });
});
