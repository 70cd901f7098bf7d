export type PortfolioClass = 'CORE' | 'TRACTION' | 'GROWTH' | 'PROBLEM';

/** Data of the tenant; the shipped values are those of rules §3. */
export interface PortfolioRules {
  /** Attainable potential from which on it is high, in minor units of the tenant's currency. */
  potentialThreshold: bigint;
  /** Relationship score from which on it is high, in ten-thousandths of a point. */
  scoreThreshold: number;
  /** Which class lies where: potential first, then relationship. */
  labels: Readonly<Record<'highHigh' | 'highLow' | 'lowHigh' | 'lowLow', PortfolioClass>>;
}

export const shippedLabels: PortfolioRules['labels'] = {
  highHigh: 'CORE',
  highLow: 'TRACTION',
  lowHigh: 'GROWTH',
  lowLow: 'PROBLEM',
};

/**
 * The class of an account in the customer portfolio matrix (rules §3, capabilities P17, P18), from what can be won of its potential and from
 * its relationship; at a threshold is high. Null where either is not known: what is not measured is no problem account. Pure.
 *
 * @param attainable minor units of the currency of the threshold.
 * @param score in ten-thousandths of a point.
 */
export function portfolioClass(
  attainable: bigint | null,
  score: number | null,
  { potentialThreshold, scoreThreshold, labels }: PortfolioRules,
): PortfolioClass | null {
  if (attainable === null || score === null) return null;
  const [rich, close] = [attainable >= potentialThreshold, score >= scoreThreshold];
  if (rich) return close ? labels.highHigh : labels.highLow;
  return close ? labels.lowHigh : labels.lowLow;
}
