import { ratioOf, type Ratio } from '@fivepoint/kernel';
import fc from 'fast-check';
import { requiredCases } from './back-calculate';

const conversions = (...texts: string[]) => texts.map(ratioOf);
const count = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });

describe('back-calculation of a funnel (rules §4, P23)', () => {
  it('does what the rule shows', () => {
    expect(requiredCases(conversions('0.35', '0.45', '0.60'), 7n)).toEqual([78n, 27n, 12n]);
  });

  it('rounds up on the exact ratio, where floating point would ask for one more', () => {
    expect(Math.ceil(145 / 0.29)).toBe(501);
    expect(requiredCases(conversions('0.29'), 145n)).toEqual([500n]);
    expect(requiredCases([count(1n, 3n), count(1n, 3n)], 1n)).toEqual([9n, 3n]);
  });

  it('needs nothing for no wins, and says nothing where nothing converts', () => {
    expect(requiredCases(conversions('0.35', '0'), 0n)).toEqual([0n, 0n]);
    expect(requiredCases(conversions('0.5', '0', '0.5'), 3n)).toEqual([null, null, 6n]);
    expect(requiredCases([], 3n)).toEqual([]);
  });

  it('is at each stage the least number that yields what the next one needs', () => {
    const conversion = fc
      .tuple(fc.bigInt({ min: 1n, max: 500n }), fc.bigInt({ min: 0n, max: 500n }))
      .map(([won, lost]) => count(won, won + lost));
    fc.assert(
      fc.property(
        fc.array(conversion, { minLength: 1, maxLength: 6 }),
        fc.bigInt({ min: 1n, max: 1000n }),
        (all, wins) => {
          const required = requiredCases(all, wins);
          all.forEach(({ numerator, denominator }, stage) => {
            const [here, next] = [required[stage]!, stage + 1 < all.length ? required[stage + 1]! : wins];
            expect(here * numerator >= next * denominator).toBe(true);
            expect((here - 1n) * numerator < next * denominator).toBe(true);
          });
        },
      ),
    );
  });
});
