import { eventPrincipal } from './identity';

describe('who acts where an event is handled', () => {
  it('belongs to the tenant of the event, sees the whole of it, and is named in the audit trail', () => {
    expect(eventPrincipal('tenant', 'fivepoint.deal.deal-lost.v1')).toEqual({
      tenantId: 'tenant',
      userId: 'event:fivepoint.deal.deal-lost.v1',
      repId: null,
      roles: ['ADMIN'],
      teams: [],
    });
  });
});
