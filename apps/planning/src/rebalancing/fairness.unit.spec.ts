import fc from 'fast-check';
import { fairnessIndex } from './fairness';

describe("Jain's index over attainment (rules §5, P32)", () => {
  it('is 1 where all attain the same share, and 1/n where one attains all', () => {
    expect(
      fairnessIndex([
        { actual: 30n, target: 100n },
        { actual: 60n, target: 200n },
      ]),
    ).toBe('1.0000');
    const one = [
      { actual: 5n, target: 7n },
      { actual: 0n, target: 9n },
      { actual: 0n, target: 1n },
    ];
    expect(fairnessIndex(one)).toBe('0.3333');
  });

  it('is as computed by hand for .7, .5 and .12', () => {
    // (1.32)² ÷ (3 × (.49 + .25 + .0144)) = 1.7424 ÷ 2.2632 = .76988…
    const example = [
      { actual: 350n, target: 500n },
      { actual: 200n, target: 400n },
      { actual: 36n, target: 300n },
    ];
    expect(fairnessIndex(example)).toBe('0.7699');
  });

  it('leaves out who has no target, and is null where nothing is attained', () => {
    expect(
      fairnessIndex([
        { actual: 9n, target: 0n },
        { actual: 1n, target: 2n },
      ]),
    ).toBe('1.0000');
    expect(fairnessIndex([{ actual: 0n, target: 5n }])).toBeNull();
    expect(fairnessIndex([])).toBeNull();
  });

  it('lies from 1/n to 1 and does not change with the unit', () => {
    const attainment = fc.record({
      actual: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      target: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    });
    fc.assert(
      fc.property(fc.array(attainment, { minLength: 1, maxLength: 20 }), (attainments) => {
        const index = fairnessIndex(attainments);
        if (index === null) return attainments.every(({ actual }) => actual === 0n);
        const fen = attainments.map(({ actual, target }) => ({ actual: actual * 100n, target: target * 100n }));
        expect(fairnessIndex(fen)).toBe(index);
        return Number(index) <= 1 && Number(index) >= Number((1 / attainments.length).toFixed(4));
      }),
    );
  });
});
