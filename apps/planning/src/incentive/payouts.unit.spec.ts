import type { CreditedLine } from './credited-lines';
import { payoutsOf } from './payouts';

const line = (repId: string, over: Partial<CreditedLine>): CreditedLine => ({
  ...{ repId, team: 'north', planId: 'plan', planLineId: 'line', target: '0', booked: '0', collected: '0' },
  ...over,
});
const weights = { bookingsBasisPoints: 5_000, cashBasisPoints: 5_000 };
const terms = { floorBasisPoints: 0, capBasisPoints: null, tiers: [{ fromBasisPoints: 0, payoutBasisPoints: 1_000 }] };

describe('what the reps of a plan are paid', () => {
  it('is worked out from all lines of each, the largest original target first', () => {
    const credited = [
      line('b', { target: '300', booked: '100' }),
      line('a', { target: '500' }),
      line('b', { target: '400', collected: '50' }),
      line('c', { target: '500', team: null }),
    ];
    expect(payoutsOf(credited, weights, terms)).toMatchObject([
      {
        ...{ repId: 'b', originalTarget: 700n, booked: 100n, collected: 50n, attainment: '0.1071' },
        ...{ lines: [credited[0], credited[2]], payout: { payout: 8n } },
      },
      { repId: 'a', team: 'north', attainment: '0.0000', payout: { payout: 0n } },
      { repId: 'c', team: null },
    ]);
  });

  it('is unknown without rules, and without an original target', () => {
    const [sold] = payoutsOf([line('a', { booked: '100' })], weights, terms);
    expect(sold).toMatchObject({ booked: 100n, attainment: null, payout: null });
    const credited = [line('a', { target: '10', booked: '100' })];
    expect(payoutsOf(credited, null, terms)[0]).toMatchObject({ attainment: null, payout: null });
    expect(payoutsOf(credited, weights, null)[0]).toMatchObject({ attainment: '5.0000', payout: null });
  });
});
