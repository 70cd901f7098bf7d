import { ratioOf } from '@fivepoint/kernel';
import fc from 'fast-check';
import { type Driver, potentialOf, type PotentialTerms } from './potential';

const terms = (over: Partial<PotentialTerms> = {}): PotentialTerms => ({
  horizonMonths: 12,
  stageFactor: ratioOf('1'),
  attainableShare: ratioOf('0.3'),
  ownSales: 0n,
  ...over,
});
const driver = (quantity: string, intensity: string, unitPrice: bigint): Driver => ({
  quantity: ratioOf(quantity),
  intensity: ratioOf(intensity),
  unitPrice,
});

describe('the potential of an account (rules §1, P12)', () => {
  it('does what the rule shows', () => {
    const stations = driver('1200', '0.25', 4_000_000n);
    expect(potentialOf([stations], terms({ ownSales: 150_000_000n }))).toEqual({
      potential: 1_200_000_000n,
      contributions: [1_200_000_000n],
      attainable: 360_000_000n,
      shareOfWallet: '0.1250',
      whitespace: 210_000_000n,
    });
  });

  it('goes over a horizon and by the factor of the stage', () => {
    const one = [driver('100', '0.5', 1000n)];
    expect(potentialOf(one, terms({ horizonMonths: 18 }))?.potential).toBe(75_000n);
    expect(potentialOf(one, terms({ stageFactor: ratioOf('0.8') }))?.potential).toBe(40_000n);
  });

  it('is rounded once: what can be won comes from the exact potential, not from the shown one', () => {
    const half = [driver('1', '0.5', 1n)];
    expect(potentialOf(half, terms({ attainableShare: ratioOf('0.6') }))).toMatchObject({
      potential: 1n,
      attainable: 0n,
    });
    const thirds = [driver('1', '0.3', 1n), driver('1', '0.3', 1n)];
    expect(potentialOf(thirds, terms())).toMatchObject({ potential: 1n, contributions: [1n, 0n] });
  });

  it('leaves nothing to win where more is sold already, and has no share of nothing', () => {
    const one = [driver('10', '1', 100n)];
    expect(potentialOf(one, terms({ ownSales: 900n }))).toMatchObject({ whitespace: 0n, shareOfWallet: '0.9000' });
    expect(potentialOf([driver('0', '1', 100n)], terms({ ownSales: 900n }))).toEqual({
      potential: 0n,
      contributions: [0n],
      attainable: 0n,
      shareOfWallet: null,
      whitespace: 0n,
    });
  });

  it('is not known where no driver is', () => {
    expect(potentialOf([], terms())).toBeNull();
  });

  const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(6)).map(([numerator, places]) => ({
    numerator,
    denominator: 10n ** BigInt(places),
  }));
  const drivers = fc.array(
    fc.record({ quantity: decimal, intensity: decimal, unitPrice: fc.bigInt({ min: 0n, max: 10n ** 12n }) }),
    { minLength: 1, maxLength: 6 },
  );

  it('is the sum of what its drivers add, and nearest to the exact sum', () => {
    fc.assert(
      fc.property(drivers, (given) => {
        const { potential, contributions } = potentialOf(given, terms())!;
        expect(contributions.reduce((total, one) => total + one, 0n)).toBe(potential);
        const scale = 10n ** 12n;
        const exact = given.reduce(
          (total, { quantity, intensity, unitPrice }) =>
            total +
            (scale * quantity.numerator * intensity.numerator * unitPrice) /
              (quantity.denominator * intensity.denominator),
          0n,
        );
        const off = potential * scale - exact;
        expect(2n * (off < 0n ? -off : off) <= scale).toBe(true);
      }),
    );
  });
});
