/**
 * P(X ≥ wins) for X binomial over so many cases, each won with the same probability; from 0 to 1. Pure.
 *
 * The sum runs over the shorter side, beginning at its largest term, whose logarithm is taken: powers and binomial coefficients alone would
 * leave the range of a floating-point number from about a thousand cases on.
 *
 * @param cases whole, not negative.
 * @param probability from 0 to 1.
 */
export function chanceOfAtLeast(wins: number, cases: number, probability: number): number {
  const missed = 1 - probability;
  if (wins <= 0) return 1;
  if (wins > cases || probability <= 0) return 0;
  if (probability >= 1) return 1;
  if (wins > cases * probability) return sideOf(wins, cases, probability, missed);
  return 1 - sideOf(cases - wins + 1, cases, missed, probability);
}

/** P(X ≥ from) for a `from` above the mean, where terms only fall; with both probabilities, for 1 less a small one has lost its digits. */
function sideOf(from: number, cases: number, won: number, missed: number): number {
  const odds = won / missed;
  let relative = 1;
  let sum = 1;
  for (let k = from; k < cases && relative > sum * Number.EPSILON; k++) {
    relative *= ((cases - k) / (k + 1)) * odds;
    sum += relative;
  }
  return Math.min(1, sum * Math.exp(logTerm(from, cases, won, missed)));
}

/** ln of P(X = k): the logarithms of the coefficient's factors and of the powers. */
function logTerm(k: number, cases: number, won: number, missed: number): number {
  const few = Math.min(k, cases - k);
  let log = k * logarithm(won, missed) + (cases - k) * logarithm(missed, won);
  for (let factor = 1; factor <= few; factor++) log += Math.log((cases - few + factor) / factor);
  return log;
}

/** ln of a probability, by the other one where that is the smaller. */
const logarithm = (one: number, other: number): number => (one < other ? Math.log(one) : Math.log1p(-other));
