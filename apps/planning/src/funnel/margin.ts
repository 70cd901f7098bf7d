import { product, type Ratio, roundedRatio } from '@fivepoint/kernel';
import { chanceOfAtLeast } from './binomial';

/** More cases than anybody works on: beyond it a funnel needs another conversion, not another number. */
const mostCases = 2 ** 31;

/** Comparisons use the value rounded to 4 decimals (rules, opening paragraph). */
const rounded = (probability: number): number => Math.round(probability * 10_000);

/**
 * How many cases each stage needs so that the wins come with a confidence (rules §4, capability P27): at stage k the smallest n with
 * P(Binomial(n, product of its conversion and those after it) ≥ wins) ≥ confidence, the probability compared with 4 decimals. Null where nothing
 * converts, or where it would be more than 2^31 cases. Pure.
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
  return conversions.map((_, stage) => {
    const { numerator, denominator } = product(conversions.slice(stage));
    return smallest(wins, Number(roundedRatio(numerator, denominator, 60)), confidenceBasisPoints);
  });
}

function smallest(wins: number, probability: number, confidenceBasisPoints: number): number | null {
  const enough = (cases: number) => rounded(chanceOfAtLeast(wins, cases, probability)) >= confidenceBasisPoints;
  if (probability === 0 && wins > 0) return null;
  let few = wins - 1;
  let many = Math.max(wins, 1);
  if (wins === 0) return 0;
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
  return many;
}
