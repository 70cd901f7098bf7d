import { ratioOf } from '@fivepoint/kernel';
import fc from 'fast-check';
import { requiredCases } from './back-calculate';
import { chanceOfAtLeast } from './binomial';
import { casesForConfidence } from './margin';

const conversions = ['0.35', '0.45', '0.60'].map(ratioOf);

describe('the margin of a funnel for a confidence (rules §4, P27)', () => {
  // By whole numbers, with Python's fractions.
  it.each([
    [8000, [95, 32, 14]],
    [9000, [110, 37, 15]],
    [9500, [123, 41, 17]],
  ])('is for 7 wins at %d basis points %j', (confidence, cases) => {
    expect(casesForConfidence(conversions, 7, confidence)).toEqual(cases);
  });

  it('is more than the back-calculation, which gives about even odds', () => {
    const [even] = requiredCases(conversions, 7n);
    expect(chanceOfAtLeast(7, Number(even), 0.0945)).toBeCloseTo(0.61, 2);
  });

  it('is compared as it is, also where it just reaches the confidence or just misses it', () => {
    // 1 − .5^4 is .9375; 15 cases at .7 give 8 wins with .949987, 103 at .1 give 7 with .89998.
    expect(casesForConfidence([ratioOf('0.5')], 1, 9375)).toEqual([4]);
    expect(casesForConfidence([ratioOf('0.7')], 8, 9500)).toEqual([16]);
    expect(casesForConfidence([ratioOf('0.1')], 7, 9000)).toEqual([104]);
    // Of two cases with whole per cent both chances are whole basis points, which floating point often misses by its last bit.
    for (let percent = 1; percent < 100; percent++) {
      const conversion = [{ numerator: BigInt(percent), denominator: 100n }];
      expect(casesForConfidence(conversion, 1, 10_000 - (100 - percent) ** 2)).toEqual([2]);
      expect(casesForConfidence(conversion, 2, percent ** 2)).toEqual([2]);
      const oneOfThree = 1_000_000 - (100 - percent) ** 3;
      if (oneOfThree % 100 === 0) expect(casesForConfidence(conversion, 1, oneOfThree / 100)).toEqual([3]);
    }
  });

  it('is exact for many wins and for small chances', () => {
    // P(Bin(2w − 1, ½) ≥ w) is one half.
    for (const wins of [400, 501, 777, 1499])
      expect(casesForConfidence([ratioOf('0.5')], wins, 5000)).toEqual([2 * wins - 1]);
    // With 60 digits by Python's decimal.
    expect(casesForConfidence([ratioOf('0.00000001')], 3, 9000)).toEqual([532_232_033]);
    expect(casesForConfidence([ratioOf('0.000000001')], 1, 9000)).toEqual([null]);
    expect(casesForConfidence([ratioOf('0.0000000011')], 1, 9000)).toEqual([2_093_259_175]);
  });

  it('needs nothing for no wins, as many as wins where all convert, and says nothing where none does', () => {
    expect(casesForConfidence(conversions, 0, 9000)).toEqual([0, 0, 0]);
    expect(casesForConfidence([ratioOf('1')], 12, 9999)).toEqual([12]);
    expect(casesForConfidence([ratioOf('0.5'), ratioOf('0')], 1, 9000)).toEqual([null, null]);
    expect(casesForConfidence([ratioOf('0.00000000001')], 5, 9000)).toEqual([null]);
  });

  it('is the smallest number that will do', () => {
    const percent = fc.integer({ min: 1, max: 100 });
    const confidences = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(percent, fc.integer({ min: 1, max: 60 }), confidences, (probability, wins, confidence) => {
        const [cases] = casesForConfidence([{ numerator: BigInt(probability), denominator: 100n }], wins, confidence);
        const chance = (of: number) => chanceOfAtLeast(wins, of, probability / 100);
        expect(chance(cases!)).toBeGreaterThan(confidence / 10_000 - 1e-9);
        expect(chance(cases! - 1)).toBeLessThan(confidence / 10_000 + 1e-9);
      }),
    );
  });
});
