import { disputeStatuses } from './dispute.statuses';

describe('the states of a dispute', () => {
  it('are open and, once and for all, resolved', () => {
    expect(disputeStatuses.initial).toBe('OPEN');
    expect(disputeStatuses.next('OPEN')).toEqual(['RESOLVED']);
    expect(disputeStatuses.refusal('RESOLVED', 'OPEN')).toMatchObject({
      allowed: [],
      message: expect.stringContaining('dispute') as string,
    });
  });
});
