import { portfolioClass, type PortfolioRules, shippedLabels } from './portfolio-class';

const rules: PortfolioRules = { potentialThreshold: 300_000_000n, scoreThreshold: 600_000, labels: shippedLabels };

describe('the customer portfolio matrix (rules §3, P17, P18)', () => {
  it.each([
    [300_000_000n, 600_000, 'CORE'],
    [900_000_000n, 599_999, 'TRACTION'],
    [299_999_999n, 1_000_000, 'GROWTH'],
    [0n, 0, 'PROBLEM'],
  ])(
    'puts %s fen and a score of %d ten-thousandths among %s: at the threshold is high',
    (attainable, score, expected) => {
      expect(portfolioClass(attainable, score, rules)).toBe(expected);
    },
  );

  it('has the labels that the tenant gives', () => {
    const turned = { ...rules, labels: { ...shippedLabels, highLow: 'GROWTH', lowHigh: 'TRACTION' } as const };
    expect(portfolioClass(900_000_000n, 0, turned)).toBe('GROWTH');
    expect(portfolioClass(0n, 900_000, turned)).toBe('TRACTION');
  });

  it('has no class for what is not measured', () => {
    expect(portfolioClass(null, 900_000, rules)).toBeNull();
    expect(portfolioClass(900_000_000n, null, rules)).toBeNull();
  });
});
