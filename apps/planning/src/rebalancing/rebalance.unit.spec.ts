import { ratioOf } from '@fivepoint/kernel';
import fc from 'fast-check';
import { rebalance, type RebalancingTerms, type RepTarget } from './rebalance';

const terms = (over: Partial<RebalancingTerms> = {}): RebalancingTerms => ({
  stretch: ratioOf('1.2'),
  cap: ratioOf('0.1'),
  reserve: 0n,
  ...over,
});

const rep = (repId: string, target: bigint, actual: bigint, capacity: bigint, over: Partial<RepTarget> = {}) => ({
  repId,
  original: target,
  target,
  actual,
  capacity,
  increasedBefore: 0n,
  ...over,
});

const million = 100_000_000n;
const tenths = (millions: number): bigint => (BigInt(Math.round(millions * 100)) * million) / 100n;
const example = [
  rep('first', tenths(5), tenths(3.5), tenths(2.5)),
  rep('second', tenths(4), tenths(2), tenths(2.5)),
  rep('third', tenths(3), tenths(0.36), tenths(1.2)),
];
const newTargets = (reps: readonly { newTarget: bigint }[]) => reps.map(({ newTarget }) => newTarget);

describe('fair rebalancing (rules §5)', () => {
  it('does what the rule shows', () => {
    const { reps, pool, rate, unallocatedGap, reserveUsed } = rebalance(example, terms());
    expect(reps.map(({ headRoom }) => headRoom)).toEqual([tenths(1.5), tenths(1), tenths(-1.2)]);
    expect(reps.map(({ role }) => role)).toEqual(['RECEIVER', 'RECEIVER', 'DONOR']);
    expect(pool).toBe(tenths(1.2));
    expect(rate).toEqual(ratioOf('0.1'));
    expect(newTargets(reps)).toEqual([tenths(5.5), tenths(4.4), tenths(1.8)]);
    expect([unallocatedGap, reserveUsed]).toEqual([tenths(0.3), 0n]);
  });

  it('consumes the reserve before it asks anybody', () => {
    const part = rebalance(example, terms({ reserve: tenths(0.75) }));
    // What is left, .45, is a rate of .05 of 9.0.
    expect([part.reserveUsed, part.unallocatedGap]).toEqual([tenths(0.75), 0n]);
    expect(part.rate).toEqual({ numerator: tenths(0.45), denominator: tenths(9) });
    expect(newTargets(part.reps)).toEqual([tenths(5.25), tenths(4.2), tenths(1.8)]);
    const all = rebalance(example, terms({ reserve: tenths(3) }));
    expect([all.reserveUsed, all.unallocatedGap]).toEqual([tenths(1.2), 0n]);
    expect(newTargets(all.reps)).toEqual([tenths(5), tenths(4), tenths(1.8)]);
  });

  it('splits below the cap by largest remainder of the original targets', () => {
    const reps = [
      rep('a', 1000n, 0n, 2000n),
      rep('b', 1000n, 0n, 2000n),
      rep('c', 1000n, 0n, 2000n),
      rep('d', 100n, 0n, 75n),
    ];
    const { reps: changes, unallocatedGap } = rebalance(reps, terms());
    // d lacks 100 − 90 = 10, which is less than 10 % of 3,000.
    expect(changes.map(({ change }) => change)).toEqual([4n, 3n, 3n, -10n]);
    expect(unallocatedGap).toBe(0n);
  });

  it('leaves what somebody has no head-room for to the gap, and loads it on nobody', () => {
    const reps = [rep('a', 1000n, 0n, 850n), rep('b', 1000n, 0n, 2000n), rep('c', 1000n, 0n, 700n)];
    const { reps: changes, unallocatedGap, rate } = rebalance(reps, terms());
    // c lacks 1000 − 840 = 160; a rate of .08 asks 80 of each, of which a has room for 1020 − 1000 = 20.
    expect(rate).toEqual({ numerator: 160n, denominator: 2000n });
    expect(changes.map(({ change, limitedBy }) => [change, limitedBy])).toEqual([
      [20n, 'HEAD_ROOM'],
      [80n, null],
      [-160n, null],
    ]);
    expect(unallocatedGap).toBe(60n);
  });

  it('caps what all rebalancings of the period add, each rep by the own original target', () => {
    const before = rep('a', 1000n, 0n, 5000n, { target: 1070n, increasedBefore: 70n });
    const { reps, unallocatedGap } = rebalance([before, rep('b', 1000n, 0n, 5000n), rep('c', 500n, 0n, 0n)], terms());
    expect(reps.map(({ change, limitedBy }) => [change, limitedBy])).toEqual([
      [30n, 'CAP'],
      [100n, null],
      [-500n, null],
    ]);
    expect(unallocatedGap).toBe(370n);
  });

  it('rounds down at the cap, and never over it where the remainder would', () => {
    const atCap = rebalance([rep('a', 1009n, 0n, 5000n), rep('b', 5000n, 0n, 0n)], terms());
    expect(atCap.reps[0]?.change).toBe(100n);
    // 3 of 31 is a rate below .1; the remainder would give b 2, which is more than .1 of 16.
    const below = rebalance([rep('a', 15n, 0n, 90n), rep('b', 16n, 0n, 90n), rep('c', 3n, 0n, 0n)], terms());
    expect(below.rate).toEqual({ numerator: 3n, denominator: 31n });
    expect(below.reps.map(({ change, limitedBy }) => [change, limitedBy])).toEqual([
      [1n, null],
      [1n, 'CAP'],
      [-3n, null],
    ]);
    expect(below.unallocatedGap).toBe(1n);
  });

  it('publishes all of it as the gap where nobody can take any', () => {
    const alone = rebalance([rep('a', 1000n, 200n, 0n)], terms());
    expect([alone.rate, alone.pool, alone.unallocatedGap]).toEqual([null, 800n, 800n]);
    expect(newTargets(alone.reps)).toEqual([200n]);
    expect(rebalance([], terms())).toEqual({ reps: [], pool: 0n, reserveUsed: 0n, rate: null, unallocatedGap: 0n });
  });

  it('knows each rep once', () => {
    const twice = [rep('a', 1000n, 0n, 5000n), rep('a', 500n, 0n, 5000n)];
    expect(() => rebalance(twice, terms())).toThrow(new RangeError('a rep comes more than once'));
  });

  it('rounds a head-room once, half away from zero', () => {
    // 1.5 × 3 = 4.5 → 5; 5 − 6 lacks 1.
    const { pool } = rebalance([rep('a', 6n, 0n, 3n)], terms({ stretch: ratioOf('1.5') }));
    expect(pool).toBe(1n);
  });
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const anyRep = fc.record({ original: amount, actual: amount, capacity: amount, increasedBefore: amount, cut: amount });
const anyReps = fc.array(anyRep, { maxLength: 12 }).map((reps) =>
  reps.map(({ original, actual, capacity, increasedBefore, cut }, index): RepTarget => {
    const target = original + increasedBefore - (cut < original ? cut : original);
    return { repId: String(index), original, target, actual, capacity, increasedBefore };
  }),
);
const anyTerms = fc.record({
  stretch: fc.bigInt({ min: 1n, max: 30_000n }).map((numerator) => ({ numerator, denominator: 10_000n })),
  cap: fc.bigInt({ min: 0n, max: 10_000n }).map((numerator) => ({ numerator, denominator: 10_000n })),
  reserve: amount,
});
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

describe('what fair rebalancing guarantees', () => {
  const holds = (check: (reps: RepTarget[], terms: RebalancingTerms) => void) =>
    fc.assert(fc.property(anyReps, anyTerms, check), { numRuns: 500 });

  it('loses and invents nothing, to the minor unit', () =>
    holds((reps, given) => {
      const { reps: changes, unallocatedGap, reserveUsed } = rebalance(reps, given);
      expect(sum(newTargets(changes)) + unallocatedGap + reserveUsed).toBe(sum(reps.map(({ target }) => target)));
      expect(unallocatedGap >= 0n && reserveUsed >= 0n && reserveUsed <= given.reserve).toBe(true);
    }));

  it('adds to nobody beyond the cap of the period or the head-room, and nothing to donors', () =>
    holds((reps, given) => {
      const { reps: changes } = rebalance(reps, given);
      changes.forEach(({ role, change, headRoom }, index) => {
        const { original, increasedBefore } = reps[index]!;
        if (role === 'DONOR') return expect(change).toBe(headRoom);
        expect(change >= 0n && change <= headRoom).toBe(true);
        const most = (original * given.cap.numerator) / given.cap.denominator;
        expect(change === 0n || change + increasedBefore <= most).toBe(true);
      });
    }));

  it('never takes a target below what is achieved already', () =>
    holds((reps, given) => {
      rebalance(reps, given).reps.forEach(({ role, newTarget }, index) => {
        if (role === 'DONOR') expect(newTarget >= reps[index]!.actual).toBe(true);
      });
    }));

  it("has one rate that does not depend on a receiver's own actual", () =>
    holds((reps, given) => {
      const { reps: changes, rate } = rebalance(reps, given);
      const index = changes.findIndex(({ role }) => role === 'RECEIVER');
      if (index < 0) return;
      const sold = reps.map((one, place) => (place === index ? { ...one, actual: one.actual + 1_000_000n } : one));
      const better = rebalance(sold, given);
      expect(better.rate).toEqual(rate);
      better.reps.forEach(({ change }, place) => {
        if (place !== index) expect(change).toBe(changes[place]!.change);
        else expect(change >= changes[place]!.change).toBe(true);
      });
    }));

  it('gives equal reps changes that differ by one unit at most', () =>
    holds((reps, given) => {
      const twins = reps.flatMap((one) => [one, { ...one, repId: `${one.repId}'` }]);
      const { reps: changes } = rebalance(twins, given);
      for (let index = 0; index < changes.length; index += 2) {
        const apart = changes[index]!.change - changes[index + 1]!.change;
        expect(apart >= -1n && apart <= 1n).toBe(true);
      }
    }));
});
