import { attainmentOf, weightedOf } from './weighted';

const weights = { bookingsBasisPoints: 6_500, cashBasisPoints: 3_500 };

describe('attainment by weights (P33)', () => {
  it('is bookings and cash by their weights ÷ target, rounded once to four decimals', () => {
    expect(weightedOf({ booked: 90_000n, collected: 40_000n }, weights)).toBe(725_000_000n);
    expect(attainmentOf({ booked: 90_000n, collected: 40_000n }, 100_000n, weights)).toBe('0.7250');
    expect(attainmentOf({ booked: 1n, collected: 2n }, 3n, weights)).toBe('0.4500');
    expect(attainmentOf({ booked: 200n, collected: 1n }, 7n, weights)).toBe('18.6214');
  });

  it('is below zero where more was taken back than signed, and null without a target', () => {
    expect(attainmentOf({ booked: -10n, collected: 0n }, 100n, weights)).toBe('-0.0650');
    expect(attainmentOf({ booked: 10n, collected: 10n }, 0n, weights)).toBeNull();
  });

  it('is of one alone where the other has no weight', () => {
    const cash = { bookingsBasisPoints: 0, cashBasisPoints: 10_000 };
    expect(attainmentOf({ booked: 900n, collected: 50n }, 100n, cash)).toBe('0.5000');
  });
});
