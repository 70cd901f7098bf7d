import { whoseOf } from './whose';

describe('whose thing an event is about', () => {
  const about = (type: Parameters<typeof whoseOf>[0], data: object) => whoseOf(type, 'subject', data);

  it('is told by the events that name an owner', () => {
    expect(about('fivepoint.deal.deal-lost.v1', { accountId: 'a', ownerId: 'lin', team: 'north' })).toEqual({
      about: 'subject',
      ownerId: 'lin',
      team: 'north',
    });
    expect(about('fivepoint.acquisition.lead-captured.v1', { accountId: 'a', ownerId: null })).toEqual({
      about: 'subject',
      ownerId: null,
      team: null,
    });
  });

  it.each([
    'fivepoint.planning.account-registered.v1',
    'fivepoint.planning.account-updated.v1',
    'fivepoint.planning.contact-registered.v1',
    'fivepoint.planning.touch-recorded.v1',
    'fivepoint.deal.touch-recorded.v1',
  ] as const)('is everybody’s who sees the account: %s', (type) => {
    const nobodys = { ownerId: null, team: null };
    expect(about(type, { accountId: 'a', ownerId: 'lin', team: 'north' })).toEqual({ about: 'a', ...nobodys });
    expect(about(type, {})).toEqual({ about: 'subject', ...nobodys });
  });

  it('goes by the contract of what names no owner, else by the thing itself', () => {
    const nobodys = { ownerId: null, team: null };
    const type = 'fivepoint.receivables.payment-received.v1';
    expect(about(type, { contractId: 'c', accountId: 'a' })).toEqual({ about: 'c', ...nobodys });
    expect(about('fivepoint.deal.deal-stage-changed.v1', { accountId: 'a' })).toEqual({ about: 'subject', ...nobodys });
  });
});
