import { type CoverageFacts, coverageFigures, shownReturn } from './coverage-return';

const facts = (over: Partial<CoverageFacts> = {}): CoverageFacts => ({
  attainable: 240_000_003n,
  horizonMonths: 12,
  effortHours: 24,
  rule: { marginBasisPoints: 2_500, hourCost: 25_000n },
  ...over,
});

describe('what work on an account would bring beside what it costs (P13)', () => {
  it('is the margin of what could be won ÷ the work of the same months, exact until it is shown', () => {
    // ¥2,400,000.03 × 25 % is ¥600,000.0075; 24 h × 12 × ¥250.00 is ¥72,000.00.
    expect(coverageFigures(facts())).toEqual({
      margin: 60_000_001n,
      cost: 7_200_000n,
      exact: { numerator: 600_000_007_500n, denominator: 72_000_000_000n },
      missingFacts: [],
    });
    expect(shownReturn(facts(), 'CNY')).toMatchObject({ ratio: '8.3333', horizonMonths: 12 });
  });

  it('is not worked out of the rounded margin', () => {
    const small = facts({ attainable: 1n, rule: { marginBasisPoints: 5_000, hourCost: 1n }, effortHours: 1 });
    // Half a fen by 12 fen; the margin shows as a whole one.
    expect(coverageFigures(small).margin).toBe(1n);
    expect(shownReturn(small, 'CNY').ratio).toBe('0.0417');
  });

  it('is not known while something is missing, and says what', () => {
    expect(coverageFigures(facts({ attainable: null }))).toMatchObject({
      ...{ margin: null, cost: 7_200_000n, exact: null, missingFacts: ['ATTAINABLE'] },
    });
    expect(coverageFigures(facts({ effortHours: null }))).toMatchObject({
      ...{ margin: 60_000_001n, cost: null, exact: null, missingFacts: ['EFFORT'] },
    });
    const nothing = { attainable: null, horizonMonths: null, effortHours: null, rule: null };
    expect(coverageFigures(nothing)).toEqual({
      ...{ margin: null, cost: null, exact: null, missingFacts: ['ATTAINABLE', 'EFFORT', 'RULE'] },
    });
    expect(shownReturn(nothing, null)).toMatchObject({ ratio: null, margin: null, cost: null, attainable: null });
  });

  it('has none where it costs nothing', () => {
    for (const free of [facts({ effortHours: 0 }), facts({ rule: { marginBasisPoints: 2_500, hourCost: 0n } })])
      expect(coverageFigures(free)).toMatchObject({ cost: 0n, exact: null, missingFacts: [] });
    expect(shownReturn(facts({ attainable: 0n }), 'CNY').ratio).toBe('0.0000');
  });
});
