import { exactDistribution, exactPercentile, mostSteps, mostSums } from './exact-distribution';
import { rehearse } from './rehearse';
import type { RehearsalLine } from './simulate';

const line = (key: string, amount: number, probability: number, over: Partial<RehearsalLine> = {}): RehearsalLine => ({
  key,
  amount,
  probability,
  period: 0,
  slip: [10_000],
  group: null,
  terms: [{ basisPoints: 10_000, lag: 0 }],
  ...over,
});
const terms = { periodCount: 1, target: 3, trials: 2_000, seed: 1, correlations: new Map<string, number>() };

describe('a rehearsal with what can be worked out exactly beside it', () => {
  it('weighs lines by their probability, exactly, rounded once and half away from zero', () => {
    const weighted = (...lines: RehearsalLine[]) => rehearse({ lines, terms }).figures.weighted;
    expect(weighted(line('a', 1, 2_500), line('b', 1, 2_500))).toBe(1);
    expect(weighted(line('a', 1, 2_500), line('b', 1, 2_499))).toBe(0);
    expect(weighted(line('a', Number.MAX_SAFE_INTEGER, 10_000))).toBe(Number.MAX_SAFE_INTEGER);
    // Delays aside: it is what the lines are worth, not when.
    expect(weighted(line('a', 10, 5_000, { slip: [0, 10_000] }))).toBe(5);
  });

  it('tells both, and how far it has come', () => {
    const told: number[] = [];
    const { figures, lines } = rehearse({ lines: [line('a', 3, 10_000)], terms }, (done) => told.push(done));
    expect(figures).toMatchObject({
      trials: 2_000,
      hits: 2_000,
      bookings: { p10: 3, p50: 3, p90: 3 },
      cash: { p10: 3, p50: 3, p90: 3 },
      exact: { hitProbability: '1.0000', bookings: { p10: 3, p50: 3, p90: 3 } },
      notExact: null,
      months: [{ bookings: { p10: 3, p50: 3, p90: 3 }, cash: { p10: 3, p50: 3, p90: 3 } }],
    });
    expect(lines).toEqual([{ closedCount: 2_000, sensitivity: null }]);
    expect(told).toEqual([1_024, 2_000]);
  });

  it('says why there is nothing exact', () => {
    const pair = ['a', 'b'].map((key) => line(key, 1, 5_000, { group: 'g' }));
    const correlated = { ...terms, correlations: new Map([['g', 1_000]]) };
    expect(rehearse({ lines: pair, terms: correlated }).figures).toMatchObject({ exact: null, notExact: 'CORRELATED' });
  });
});

describe('a percentile of the exact distribution', () => {
  it('is the least sum that so much of the chance does not exceed', () => {
    const tenths = { sums: [0, 1, 2, 3], chances: [1n, 4n, 4n, 1n], whole: 10n };
    expect([1, 10, 11, 50, 51, 90, 91, 100].map((percent) => exactPercentile(percent, tenths))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  it('is not sought for longer than some seconds, however few sums there are at once', () => {
    const lines = Array.from({ length: 400 }, (_, index) => line(String(index), 1 + (index % 250), 5_000));
    const cheap = lines.slice(0, 100);
    expect(exactDistribution(cheap, terms)).toHaveProperty('sums');
    expect(exactDistribution(lines, terms)).toEqual({ reason: 'TOO_MANY_SUMS' });
    const sumsAtOnce = lines.reduce((sum, { amount }) => sum + amount, 0);
    expect(sumsAtOnce).toBeLessThan(mostSums);
    expect(mostSteps).toBeLessThan(sumsAtOnce * lines.length);
  });
});
