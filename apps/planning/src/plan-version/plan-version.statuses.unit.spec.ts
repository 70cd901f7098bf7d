import { planVersionStatuses } from './plan-version.statuses';

describe('the way of a version of a plan', () => {
  it('is a plan’s own, and then it counts until a later one is approved or the plan is closed', () => {
    expect(planVersionStatuses.initial).toBe('DRAFT');
    expect(planVersionStatuses.next('DRAFT')).toEqual(['SUBMITTED', 'DISCARDED']);
    expect(planVersionStatuses.next('SUBMITTED')).toEqual(['APPROVED', 'DRAFT', 'DISCARDED']);
    expect(planVersionStatuses.next('APPROVED')).toEqual(['IN_FORCE', 'SUPERSEDED']);
    expect(planVersionStatuses.next('IN_FORCE')).toEqual(['SUPERSEDED', 'CLOSED']);
  });

  it.each(['SUPERSEDED', 'CLOSED', 'DISCARDED'] as const)('ends in %s', (status) => {
    expect(planVersionStatuses.isFinal(status)).toBe(true);
  });

  it('is called what it is in a refusal', () => {
    expect(planVersionStatuses.refusal('DRAFT', 'APPROVED')?.message).toBe(
      'The plan version is in DRAFT and cannot go to APPROVED: from there it may go to SUBMITTED, DISCARDED.',
    );
  });
});
