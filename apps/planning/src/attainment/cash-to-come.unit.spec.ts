import type { FunnelOf } from '../funnel/funnels';
import { type CashDue, cashToCome } from './cash-to-come';

const funnelOf: FunnelOf = (pattern) =>
  pattern === 'RECURRING'
    ? null
    : ({ stages: [{ stage: 'BID', toWin: { ratio: { numerator: 2n, denominator: 3n } } }] } as ReturnType<FunnelOf>);
const due = (over: Partial<CashDue>): CashDue => ({
  ...{ key: 'a', seen: true, stage: null, purchasePattern: null, known: true, due: '0', count: 1 },
  ...over,
});

describe('cash to come', () => {
  it('is what is due of contracts, and of deals by their win rates, each sum rounded once', () => {
    const some = [
      due({ due: '4000' }),
      due({ due: '4000', key: 'b' }),
      due({ due: '70004000', stage: 'BID', purchasePattern: 'PROJECT' }),
      due({ due: '4000', stage: 'NEGOTIATE' }),
      // Before the first stage of its funnel, and without a funnel.
      due({ due: '90000000', stage: 'VERIFY', purchasePattern: 'PROJECT' }),
      due({ due: '90000000', stage: 'BID', purchasePattern: 'RECURRING' }),
    ];
    // .4 + .4 = .8; 7000.8 × 2 ÷ 3 = 4667.2.
    expect(cashToCome(some, funnelOf)).toEqual({ fromContracts: 1n, fromDeals: 4_667n, unknownCount: 0 });
  });

  it('tells of how many nobody knows how they pay', () => {
    const some = [
      due({ known: false, count: 2 }),
      due({ known: false, stage: 'BID', count: 3 }),
      due({ due: '20000' }),
    ];
    expect(cashToCome(some, funnelOf)).toEqual({ fromContracts: 2n, fromDeals: 0n, unknownCount: 5 });
    expect(cashToCome([], funnelOf)).toEqual({ fromContracts: 0n, fromDeals: 0n, unknownCount: 0 });
  });
});
