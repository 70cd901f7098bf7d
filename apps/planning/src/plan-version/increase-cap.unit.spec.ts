import fc from 'fast-check';
import { increasesBeyondCap } from './increase-cap';

describe("what a revision adds to a rep's total", () => {
  const beyond = (original: bigint, before: bigint, after: bigint, cap = 1000) =>
    increasesBeyondCap([{ ownerId: 'li', original, before, after }], cap).map(({ most }) => most);

  it('may be the cap of the original total, rounded down', () => {
    expect(beyond(1_999n, 1_999n, 2_198n)).toEqual([]);
    expect(beyond(1_999n, 1_999n, 2_199n)).toEqual([2_198n]);
    expect(beyond(1_999n, 1_999n, 2_299n, 1500)).toEqual([2_298n]);
    expect(beyond(1_999n, 1_999n, 2_000n, 0)).toEqual([1_999n]);
  });

  it('counts with what earlier revisions have added, and with what was taken off', () => {
    expect(beyond(1_000n, 1_080n, 1_100n)).toEqual([]);
    expect(beyond(1_000n, 1_080n, 1_101n)).toEqual([1_100n]);
    expect(beyond(1_000n, 400n, 1_100n)).toEqual([]);
    expect(beyond(1_000n, 400n, 1_101n)).toEqual([1_100n]);
  });

  it('is nothing for whom the total stays or falls, however high it is', () => {
    expect(beyond(1_000n, 3_000n, 3_000n)).toEqual([]);
    expect(beyond(1_000n, 3_000n, 2_999n)).toEqual([]);
    expect(beyond(1_000n, 3_000n, 3_001n)).toEqual([1_100n]);
  });

  it('is beyond the cap at once for who had nothing to begin with', () => {
    expect(beyond(0n, 0n, 1n)).toEqual([0n]);
  });

  it('names those reps only, and never lets through more than floor(cap × original)', () => {
    const minor = fc.bigInt({ min: 0n, max: 2n ** 62n });
    const total = fc.record({ ownerId: fc.uuid(), original: minor, before: minor, after: minor });
    fc.assert(
      fc.property(fc.array(total), fc.nat(10_000), (totals, cap) => {
        const named = new Set(increasesBeyondCap(totals, cap).map(({ ownerId }) => ownerId));
        for (const { ownerId, original, before, after } of totals) {
          const raised = after - original;
          const more = after > before && raised * 10_000n > original * BigInt(cap);
          expect(named.has(ownerId)).toBe(more);
        }
      }),
    );
  });
});
