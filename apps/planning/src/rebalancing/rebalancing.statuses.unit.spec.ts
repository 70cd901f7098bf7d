import { rebalancingStatuses } from './rebalancing.statuses';

describe('a rebalancing', () => {
  it('is proposed, and approved or rejected once', () => {
    const moves = rebalancingStatuses.states.flatMap((from) =>
      rebalancingStatuses.next(from).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual(['PROPOSED → APPROVED', 'PROPOSED → REJECTED']);
  });
});
