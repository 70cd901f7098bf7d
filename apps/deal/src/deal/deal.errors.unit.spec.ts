import { closedDeal } from './deal.errors';

describe('a deal that has ended', () => {
  it('is changed no more, and says where to go on', () => {
    expect(closedDeal({ stage: 'SIGNED' })).toMatchObject({
      code: 'DEAL_CLOSED',
      endedAs: 'SIGNED',
      message: 'The deal is SIGNED: its contract says what holds.',
    });
    expect(closedDeal({ stage: 'LOST' })).toMatchObject({
      endedAs: 'LOST',
      message: 'The deal is LOST: capture a new lead if there is demand after all.',
    });
  });

  it('is none that is still worked on', () => {
    for (const stage of ['VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE'] as const) expect(closedDeal({ stage })).toBeNull();
  });
});
