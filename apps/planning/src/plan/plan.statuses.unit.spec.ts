import { planStatuses } from './plan.statuses';

describe('the way of a plan (P02)', () => {
  it('is one step after another, none around, and back only from SUBMITTED', () => {
    expect(planStatuses.initial).toBe('DRAFT');
    const way = planStatuses.states;
    expect(way).toEqual(['DRAFT', 'SUBMITTED', 'APPROVED', 'IN_FORCE', 'CLOSED']);
    for (const [at, from] of way.entries())
      for (const [beyond, to] of way.entries())
        expect(planStatuses.may(from, to)).toBe(beyond === at + 1 || (from === 'SUBMITTED' && to === 'DRAFT'));
    expect(planStatuses.refusal('CLOSED', 'DRAFT')?.message).toMatch(/^The plan is in CLOSED/);
  });
});
