import { dealStages } from './deal.stages';

describe('the stages of a deal', () => {
  it('go step by step: verify, pre-bid, bid, negotiate, signed', () => {
    expect(dealStages.initial).toBe('VERIFY');
    expect(dealStages.may('VERIFY', 'PRE_BID')).toBe(true);
    expect(dealStages.may('PRE_BID', 'BID')).toBe(true);
    expect(dealStages.may('BID', 'NEGOTIATE')).toBe(true);
    expect(dealStages.may('NEGOTIATE', 'SIGNED')).toBe(true);
  });

  it('cannot be jumped over, and never go back', () => {
    for (const [from, to] of [
      ['VERIFY', 'BID'],
      ['VERIFY', 'SIGNED'],
      ['BID', 'SIGNED'],
      ['NEGOTIATE', 'BID'],
    ] as const)
      expect(dealStages.refusal(from, to)).toMatchObject({
        fromState: from,
        toState: to,
        message: expect.stringMatching(/^The deal is in /) as string,
      });
  });

  it('end with signed or lost', () => {
    expect(dealStages.isFinal('SIGNED')).toBe(true);
    expect(dealStages.isFinal('LOST')).toBe(true);
    for (const open of ['VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE'] as const)
      expect(dealStages.may(open, 'LOST')).toBe(true);
  });
});
