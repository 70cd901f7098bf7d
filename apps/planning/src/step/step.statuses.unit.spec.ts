import { stepStatuses } from './step.statuses';

describe('a step', () => {
  it('is planned, started and done, and can be called off until then; there is no other way', () => {
    const moves = stepStatuses.states.flatMap((from) => stepStatuses.next(from).map((to) => `${from} → ${to}`));
    expect(moves).toEqual(['PLANNED → STARTED', 'PLANNED → CANCELLED', 'STARTED → DONE', 'STARTED → CANCELLED']);
    expect(stepStatuses.refusal('PLANNED', 'DONE')).toMatchObject({ allowed: ['STARTED', 'CANCELLED'] });
  });
});
