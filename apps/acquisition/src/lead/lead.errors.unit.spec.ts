import { closedLead } from './lead.errors';

describe('a lead that has ended', () => {
  it('takes nothing more, and says where to go on', () => {
    expect(closedLead({ status: 'QUALIFIED' })).toMatchObject({
      code: 'LEAD_CLOSED',
      endedAs: 'QUALIFIED',
      message: 'The lead is QUALIFIED: go on with its deal.',
    });
    expect(closedLead({ status: 'DISQUALIFIED' })).toMatchObject({
      endedAs: 'DISQUALIFIED',
      message: 'The lead is DISQUALIFIED: capture a new lead if there is demand after all.',
    });
  });

  it('is none that is still worked on', () => {
    expect(closedLead({ status: 'CAPTURED' })).toBeNull();
    expect(closedLead({ status: 'CLASSIFIED' })).toBeNull();
  });
});
