import { roundedQuotient } from '@fivepoint/kernel';
import fc from 'fast-check';
import { expectation } from './coverage';

const of = (minor: string, numerator: bigint, denominator: bigint) => ({ minor, chance: { numerator, denominator } });

describe('what open deals are expected to bring', () => {
  it('is rounded once, half away from zero, whatever the chances are fractions of', () => {
    // 100 ÷ 3 + 100 ÷ 7 + 100 ÷ 3 = 80.95…
    expect(expectation([of('100', 1n, 3n), of('100', 1n, 7n), of('100', 1n, 3n)])).toBe(81n);
    // Each alone would be 1.
    expect(expectation([of('1', 1n, 2n), of('1', 1n, 2n), of('2', 1n, 4n)])).toBe(2n);
    expect(expectation([])).toBe(0n);
  });

  it('is the exact sum of all', () => {
    const deals = fc.array(
      fc.tuple(fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 60n), fc.constantFrom(1n, 2n, 3n, 60n, 10_000n)),
    );
    fc.assert(
      fc.property(deals, (some) => {
        const whole = 30_000n;
        const sum = some.reduce((all, [minor, part, parts]) => all + (minor * part * whole) / parts, 0n);
        expect(expectation(some.map(([minor, part, parts]) => of(minor.toString(), part, parts)))).toBe(
          roundedQuotient(sum, whole),
        );
      }),
    );
  });
});
