import { warGameCardStatuses } from './war-game-card.statuses';

describe('a war-game card', () => {
  it('is open, then triggered, and closed in the end; what never happens is closed at once', () => {
    const moves = warGameCardStatuses.states.flatMap((from) =>
      warGameCardStatuses.next(from).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual(['OPEN → TRIGGERED', 'OPEN → CLOSED', 'TRIGGERED → CLOSED']);
  });
});
