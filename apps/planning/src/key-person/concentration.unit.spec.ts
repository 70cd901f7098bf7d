import fc from 'fast-check';
import { concentrationOf } from './concentration';

const of = (...targets: bigint[]) => concentrationOf(targets, 2500);

describe('key-person risk (rules §11, P37, N11)', () => {
  it('does what the rule shows', () => {
    expect(of(50n, 30n, 20n)).toEqual({ index: '0.3800', normalised: '0.0700', effectiveCount: '2.63', warning: true });
  });

  it('warns above the limit, not at it', () => {
    expect(of(1n, 1n, 1n, 1n)).toEqual({
      index: '0.2500',
      normalised: '0.0000',
      effectiveCount: '4.00',
      warning: false,
    });
    // .2500008 is .2500 with four decimals.
    expect(of(1000n, 1000n, 1000n, 1004n).warning).toBe(false);
    expect(of(1000n, 1000n, 1000n, 1100n)).toMatchObject({ index: '0.2504', warning: true });
  });

  it('is whole where one person has it all, and unknown where nobody has any', () => {
    expect(of(7n, 0n)).toEqual({ index: '1.0000', normalised: null, effectiveCount: '1.00', warning: true });
    expect(of()).toEqual({ index: null, normalised: null, effectiveCount: null, warning: false });
  });

  it('lies from 1/n to 1, and its normalised value from 0 to 1', () => {
    const targets = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(targets, (given) => {
        const { index, normalised } = concentrationOf(given, 2500);
        expect(Number(index)).toBeGreaterThanOrEqual(Math.floor(10_000 / given.length) / 10_000);
        expect(Number(index)).toBeLessThanOrEqual(1);
        expect(Number(normalised)).toBeGreaterThanOrEqual(0);
        expect(Number(normalised)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
