import { parseLocalDate } from '@fivepoint/kernel';
import type { Role } from '@fivepoint/service';
import fc from 'fast-check';
import { planProblems, teamOf } from './create-plan';
import {
  approvingRole,
  hasBegun,
  missingForApproval,
  missingForStart,
  missingForSubmission,
  planStatuses,
} from './plan.statuses';

const today = parseLocalDate('2026-06-15');
const period = { periodStart: '2026-01-01', periodEnd: '2026-12-31' };

describe('the way of a plan (P02)', () => {
  it('is one step after another, none around, and back only from SUBMITTED', () => {
    expect(planStatuses.initial).toBe('DRAFT');
    const way = planStatuses.states;
    expect(way).toEqual(['DRAFT', 'SUBMITTED', 'APPROVED', 'IN_FORCE', 'CLOSED']);
    for (const [at, from] of way.entries())
      for (const [beyond, to] of way.entries())
        expect(planStatuses.may(from, to)).toBe(beyond === at + 1 || (from === 'SUBMITTED' && to === 'DRAFT'));
  });

  it('is submitted with a line and a period that is not over, and says all that is missing', () => {
    expect(missingForSubmission(period, 1, today)).toEqual([]);
    expect(missingForSubmission(period, 0, today)).toEqual(['at least one plan line']);
    expect(missingForSubmission({ ...period, periodEnd: '2026-06-14' }, 0, today)).toHaveLength(2);
  });

  it('is approved on the last day of its period, and not a day later', () => {
    expect(missingForApproval({ ...period, periodEnd: '2026-06-15' }, today)).toEqual([]);
    expect(missingForApproval({ ...period, periodEnd: '2026-06-14' }, today)).toHaveLength(1);
  });

  it('is in force from the first day of its period, and not a day earlier', () => {
    expect(hasBegun('2026-06-15', today)).toBe(true);
    expect(missingForStart({ ...period, periodStart: '2026-06-15' }, today)).toEqual([]);
    expect(missingForStart({ ...period, periodStart: '2026-06-16' }, today)).toEqual([
      'the first day of its period, 2026-06-16',
    ]);
  });
});

describe('who approves a plan (X13)', () => {
  it('is a manager for the own team, and an executive or administrator for any', () => {
    const by = (roles: Role[], team: string | null, teams = ['north']) => approvingRole({ roles, teams }, team);
    expect(by(['MANAGER'], 'north')).toBe('MANAGER');
    expect(by(['MANAGER'], 'south')).toBeNull();
    expect(by(['MANAGER'], null)).toBeNull();
    expect(by(['REP', 'FINANCE', 'CSM', 'DELIVERY', 'PRESALES', 'PARTNER'], 'north')).toBeNull();
    for (const team of ['north', null]) {
      expect(by(['MANAGER', 'EXECUTIVE'], team, [])).toBe('EXECUTIVE');
      expect(by(['ADMIN'], team, [])).toBe('ADMIN');
    }
  });
});

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
        const [periodStart, periodEnd] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
        expect(planProblems(author, { periodStart, periodEnd }).length === 0).toBe(periodStart <= periodEnd);
      }),
    );
  });
});
