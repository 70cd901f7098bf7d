import fc from 'fast-check';
import { type IncentiveTerms, payoutOf } from './payout';

const weights = { bookingsBasisPoints: 6_000, cashBasisPoints: 4_000 };
const terms: IncentiveTerms = {
  floorBasisPoints: 4_000,
  capBasisPoints: 15_000,
  tiers: [
    { fromBasisPoints: 0, payoutBasisPoints: 200 },
    { fromBasisPoints: 8_000, payoutBasisPoints: 300 },
    { fromBasisPoints: 10_000, payoutBasisPoints: 500 },
  ],
};
const paid = (booked: bigint, collected: bigint, over: Partial<IncentiveTerms> = {}, target = 1_000_000n) =>
  payoutOf({ booked, collected }, target, weights, { ...terms, ...over });

/** Of ten-thousandths, half up. */
const roundedOf = (minor: bigint): bigint => (minor + 5_000n) / 10_000n;

describe('what a rep is paid (P36)', () => {
  it('is what each tier pays of the part that lies in it', () => {
    // .6 × 1,300,000 + .4 × 1,000,000 = 1,180,000: 800,000 at 2 %, 200,000 at 3 %, 180,000 at 5 %.
    expect(paid(1_300_000n, 1_000_000n)).toEqual({
      ...{ attained: 1_180_000n, attainmentBasisPoints: 11_800n, belowFloor: false, payout: 31_000n },
      tiers: [
        { fromBasisPoints: 0, payoutBasisPoints: 200, attained: 800_000n, payout: 16_000n },
        { fromBasisPoints: 8_000, payoutBasisPoints: 300, attained: 200_000n, payout: 6_000n },
        { fromBasisPoints: 10_000, payoutBasisPoints: 500, attained: 180_000n, payout: 9_000n },
      ],
    });
    // A tier that was not reached pays nothing: .6 × 750,000 + .4 × 400,000 = 610,000.
    expect(paid(750_000n, 400_000n)?.tiers.map(({ attained, payout }) => [attained, payout])).toEqual([
      [610_000n, 12_200n],
      [0n, 0n],
      [0n, 0n],
    ]);
  });

  it('is nothing below the floor, which is compared with four decimals', () => {
    const bookedAlone = { floorBasisPoints: 4_000 };
    expect(paid(666_666n, 0n, bookedAlone)).toMatchObject({ attainmentBasisPoints: 4_000n, belowFloor: false });
    expect(paid(666_583n, 0n, bookedAlone)).toMatchObject({ attainmentBasisPoints: 3_999n, belowFloor: true });
    expect(paid(666_583n, 0n, bookedAlone)).toMatchObject({ attained: 399_950n, payout: 0n });
    expect(paid(-5n, 0n, { floorBasisPoints: 0 })).toMatchObject({ attained: -3n, payout: 0n });
  });

  it('grows no more beyond the cap, and without one goes on', () => {
    // 1,500,000 is the cap: 16,000 + 6,000 + 25,000.
    for (const booked of [1_500_000n, 9_000_000n])
      expect(paid(booked, booked)).toMatchObject({ attained: booked, payout: 47_000n });
    expect(paid(9_000_000n, 9_000_000n, { capBasisPoints: null })?.payout).toBe(422_000n);
    expect(paid(900_000n, 900_000n, { capBasisPoints: 5_000 })?.payout).toBe(10_000n);
  });

  it('is rounded once, not tier by tier', () => {
    const tiers = [
      { fromBasisPoints: 0, payoutBasisPoints: 100 },
      { fromBasisPoints: 5_000, payoutBasisPoints: 100 },
    ];
    // 60 × 1 % + 60 × 1 % = 1.2, and not .6 → 1 twice.
    const found = paid(120n, 120n, { tiers, floorBasisPoints: 0 }, 120n);
    expect(found?.payout).toBe(1n);
    expect(found?.tiers.map(({ payout }) => payout)).toEqual([1n, 0n]);
  });

  it('is of parts that sum to what was attained, to the minor unit', () => {
    const tiers = [
      { fromBasisPoints: 0, payoutBasisPoints: 100 },
      { fromBasisPoints: 5_000, payoutBasisPoints: 200 },
    ];
    const over = { tiers, floorBasisPoints: 0, capBasisPoints: null };
    const parts = (sold: bigint) => paid(sold, sold, over, 70_003n)?.tiers.map(({ attained }) => attained);
    // 35,001.5 in each, which is not 35,002 twice.
    expect(parts(70_003n)).toEqual([35_002n, 35_001n]);
    expect(parts(70_004n)).toEqual([35_002n, 35_002n]);
  });

  it('is unknown without an original target', () => {
    expect(paid(5n, 5n, {}, 0n)).toBeNull();
  });

  it('is the sum of its tiers, and never less for more that was sold', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 14n });
    const steps = fc.uniqueArray(fc.integer({ min: 1, max: 30_000 }), { maxLength: 5 });
    const someTerms = fc.record({
      floorBasisPoints: fc.integer({ min: 0, max: 5_000 }),
      capBasisPoints: fc.option(fc.integer({ min: 5_000, max: 40_000 })),
      tiers: fc
        .tuple(steps, fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 }))
        .map(([from, shares]) =>
          [0, ...from.sort((a, b) => a - b)].map((fromBasisPoints, place) => ({
            fromBasisPoints,
            payoutBasisPoints: shares[place] ?? 0,
          })),
        ),
    });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.bigInt({ min: 1n, max: 10n ** 14n }),
        someTerms,
        (booked, cash, more, target, by) => {
          const one = payoutOf({ booked, collected: cash }, target, weights, by)!;
          const other = payoutOf({ booked: booked + more, collected: cash }, target, weights, by)!;
          expect(one.tiers.reduce((sum, { payout }) => sum + payout, 0n)).toBe(one.payout);
          const cap = by.capBasisPoints === null ? null : roundedOf(target * BigInt(by.capBasisPoints));
          const paidFor = one.belowFloor ? 0n : cap !== null && cap < one.attained ? cap : one.attained;
          expect(one.tiers.reduce((sum, { attained }) => sum + attained, 0n)).toBe(paidFor);
          expect(other.payout >= one.payout).toBe(true);
          expect(one.payout <= one.attained + 1n).toBe(true);
        },
      ),
    );
  });
});
