import { supportActionStatuses } from './support-action.statuses';

describe('a support action', () => {
  it('is begun before it is done, and may be called off until then', () => {
    const moves = supportActionStatuses.states.flatMap((from) =>
      supportActionStatuses.next(from).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual(['OPEN → STARTED', 'OPEN → CANCELLED', 'STARTED → DONE', 'STARTED → CANCELLED']);
  });
});
