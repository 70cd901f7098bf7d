import { productOf, type Ratio, roundedRatio } from '@fivepoint/kernel';
import { chanceOfAtLeast } from './binomial';

/** More cases than anybody works on: beyond it a funnel needs another conversion, not another number. */
const mostCases = 2 ** 31;

/**
 * How many cases each stage needs so that the wins come with a confidence (rules §4, capability P27): at stage k the smallest n with
 * P(Binomial(n, product of its conversion and those after it) ≥ wins) ≥ confidence. A confidence is no threshold of a score: it is compared
 * as it is, not rounded. Null where nothing converts, or where it would be more than 2^31 cases. Pure.
 *
 * @param conversions of each stage to the one after it, the last one to a win; from 0 to 1.
 * @param wins whole, not negative.
 * @param confidenceBasisPoints from 1 to 9999.
 */
export function casesForConfidence(
  conversions: readonly Ratio[],
  wins: number,
  confidenceBasisPoints: number,
): (number | null)[] {
  return conversions.map((_, stage) => smallest(wins, productOf(conversions.slice(stage)), confidenceBasisPoints));
}

function smallest(wins: number, probability: Ratio, confidenceBasisPoints: number): number | null {
  if (wins === 0) return 0;
  if (probability.numerator === 0n) return null;
  const enough = (cases: number) => reaches(wins, cases, probability, confidenceBasisPoints);
  let few = wins - 1;
  let many = wins;
  while (!enough(many)) {
    if (many > mostCases) return null;
    few = many;
    many *= 2;
  }
  while (many - few > 1) {
    const middle = few + Math.floor((many - few) / 2);
    if (enough(middle)) many = middle;
    else few = middle;
  }
  return many > mostCases ? null : many;
}

/** Digits that are worth counting with: a tie of so many cases that this is not enough is nobody's worry. */
const mostDigits = 1_000_000_000;

/** What floating point cannot tell apart is counted in whole numbers. */
function reaches(wins: number, cases: number, probability: Ratio, confidenceBasisPoints: number): boolean {
  const { numerator, denominator } = probability;
  const chance = chanceOfAtLeast(wins, cases, Number(roundedRatio(numerator, denominator, 60)));
  const beyond = chance - confidenceBasisPoints / 10_000;
  const digits = cases * denominator.toString(2).length * wins;
  if (Math.abs(beyond) > 1e-9 || digits > mostDigits) return beyond >= 0;
  return exactlyReaches(wins, cases, probability, confidenceBasisPoints);
}

/** Over denominator^cases: all less what has fewer wins, term by term from none. */
function exactlyReaches(wins: number, cases: number, { numerator, denominator }: Ratio, confidence: number): boolean {
  const missed = denominator - numerator;
  let term = missed ** BigInt(cases);
  let below = 0n;
  for (let k = 0; k < wins; k++) {
    below += term;
    term = (term * BigInt(cases - k) * numerator) / (BigInt(k + 1) * missed);
  }
  const all = denominator ** BigInt(cases);
  return (all - below) * 10_000n >= all * BigInt(confidence);
}
