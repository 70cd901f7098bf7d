import { rehearsalStatuses } from './rehearsal.statuses';

describe('the way of a rehearsal', () => {
  it('is this table and no other', () => {
    const table = Object.fromEntries(
      rehearsalStatuses.states.map((status) => [status, rehearsalStatuses.next(status)]),
    );
    expect(table).toEqual({
      QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
      RUNNING: ['QUEUED', 'DONE', 'CANCELLED', 'FAILED'],
      DONE: [],
      CANCELLED: [],
      FAILED: [],
    });
    expect(rehearsalStatuses.initial).toBe('QUEUED');
  });
});
