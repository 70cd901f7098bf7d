import { Money, parseLocalDate } from '@fivepoint/kernel';
import { dayProblems, daysOf, demandsOf, floorProblems, templateProblems } from './step-rules';

const today = parseLocalDate('2026-06-15');

describe('the days of a step', () => {
  const template = { startDays: 16, dueDays: 20 };

  it('are as many from today as its template says, over the end of a month', () => {
    expect(daysOf(template, {}, today)).toEqual({ plannedOn: '2026-07-01', dueOn: '2026-07-05' });
    expect(daysOf({ startDays: 0, dueDays: 0 }, {}, today)).toEqual({ plannedOn: today, dueOn: today });
  });

  it('are those that somebody says, each for itself; nothing is due before it starts', () => {
    expect(daysOf(template, { dueOn: '2026-08-01' }, today)).toEqual({ plannedOn: '2026-07-01', dueOn: '2026-08-01' });
    expect(daysOf(template, { plannedOn: '2026-06-20' }, today)).toMatchObject({ dueOn: '2026-07-05' });
    expect(daysOf(template, { plannedOn: '2026-07-09' }, today)).toMatchObject({ dueOn: '2026-07-09' });
  });

  it('are refused where it would be due before it starts, or nobody can mean them', () => {
    expect(dayProblems('2026-06-15', '2026-06-15', today)).toEqual([]);
    expect(dayProblems('2026-06-16', '2026-06-15', today)).toEqual([
      { path: 'dueOn', message: 'must not be before plannedOn, 2026-06-16' },
    ]);
    expect(dayProblems('1999-12-31', '2036-06-16', today).map(({ path }) => path)).toEqual(['plannedOn', 'dueOn']);
  });
});

describe('the floor of a key node', () => {
  const [cny, usd] = [(minor: bigint) => Money.of(minor, 'CNY'), Money.of(1n, 'USD')];

  it('is at most the target of its plan line, in its currency, and may be nothing', () => {
    for (const minor of [0n, 1n, 500n]) expect(floorProblems(cny(minor), cny(500n))).toEqual([]);
    expect(floorProblems(null, null)).toEqual([]);
    expect(floorProblems(cny(501n), cny(500n))).toEqual([
      { path: 'floor', message: 'must be at most the target, 5.00' },
    ]);
    expect(floorProblems(cny(-1n), cny(500n))).toEqual([{ path: 'floor', message: 'must not be negative' }]);
    expect(floorProblems(usd, cny(500n))).toEqual([{ path: 'floor', message: "must be in the plan's currency, CNY" }]);
  });

  it('is of no step that is for no plan line', () => {
    expect(floorProblems(cny(1n), null)).toMatchObject([{ path: 'floor' }]);
  });
});

describe('a template', () => {
  it('of planning that is in use begins steps; one of another service or out of use does not', () => {
    expect(templateProblems({ point: 'PLAN', retiredAt: null })).toEqual([]);
    expect(templateProblems({ point: 'PLAN', retiredAt: new Date(0) })).toMatchObject([{ path: 'stepTemplateId' }]);
    for (const point of ['ACQUIRE', 'WIN', 'COLLECT', 'RENEW'] as const)
      expect(templateProblems({ point, retiredAt: null })[0]?.message).toContain(`steps of ${point} are`);
  });

  it('asks what it says', () => {
    const asked = { requiredInputs: ['a'], requiredOutputs: ['b', 'c'], leastDegree: 75 };
    expect(demandsOf(asked as never)).toEqual({ requiredInputs: ['a'], requiredOutputs: ['b', 'c'], minDegree: 75 });
  });
});
