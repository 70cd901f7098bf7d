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
  if (wins <= 0) return 1;
  if (wins > cases || probability <= 0) return 0;
  if (probability >= 1) return 1;
  const upper = wins > cases * probability;
  return upper ? sideOf(wins, cases, probability) : 1 - sideOf(cases - wins + 1, cases, 1 - probability);
}

/** P(X ≥ from) for a `from` above the mean, where terms only fall. */
function sideOf(from: number, cases: number, probability: number): number {
  const odds = probability / (1 - probability);
  let relative = 1;
  let sum = 1;
  for (let k = from; k < cases && relative > sum * Number.EPSILON; k++) {
    relative *= ((cases - k) / (k + 1)) * odds;
    sum += relative;
  }
  return Math.min(1, sum * Math.exp(logTerm(from, cases, probability)));
}

/** ln of P(X = k): the logarithms of the coefficient's factors and of the powers, taken pair by pair so that they nearly cancel. */
function logTerm(k: number, cases: number, probability: number): number {
  const few = Math.min(k, cases - k);
  let log = k * Math.log(probability) + (cases - k) * Math.log1p(-probability);
  for (let factor = 1; factor <= few; factor++) log += Math.log((cases - few + factor) / factor);
  return log;
}
