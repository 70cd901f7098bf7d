import { type Money, productOf, type Ratio } from '@fivepoint/kernel';
import { requiredCases } from './back-calculate';
import { knownByItsEnds, type StageConversion } from './conversions';
import { casesForConfidence } from './margin';

/** More wins than a plan has: beyond them the counting would take too long, and say nothing. */
export const mostWins = 10_000;

/** What a stage of the funnel needs so that enough are won. */
export interface StageNeed extends StageConversion {
  /** For about even odds; null where nothing converts, or beyond 2,147,483,647. */
  evenOddsCount: number | null;
  /** For the confidence; null likewise. */
  confidenceCount: number | null;
}

/** What each stage needs for so many wins (rules §4, P23, P27). Pure. */
export function stageNeeds(
  conversions: readonly StageConversion[],
  wins: number,
  confidenceBasisPoints: number,
): StageNeed[] {
  const ratios = countingConversions(conversions);
  const even = requiredCases(ratios, BigInt(wins));
  const confident = casesForConfidence(ratios, wins, confidenceBasisPoints);
  return conversions.map((one, index) => ({
    ...one,
    evenOddsCount: countable(even[index] ?? null),
    confidenceCount: countable(confident[index] ?? null),
  }));
}

/**
 * The conversions that multiply to what counts: where history knows a stage's way to a contract and not its steps, or a stage before tells the least
 * that it has, what is left of that after the later ones.
 */
function countingConversions(conversions: readonly StageConversion[]): Ratio[] {
  let after: Ratio = { numerator: 1n, denominator: 1n };
  const fromTheEnd = [...conversions].reverse().map((one) => {
    const wholeWay = knownByItsEnds(one) || one.toWin.source === 'EARLIER';
    const ratio = wholeWay ? partOf(one.toWin.ratio, after) : one.conversion.ratio;
    after = productOf([ratio, after]);
    return ratio;
  });
  return fromTheEnd.reverse();
}

/** a ÷ b, and nothing of nothing. */
const partOf = (a: Ratio, b: Ratio): Ratio =>
  b.numerator === 0n ? b : productOf([a, { numerator: b.denominator, denominator: b.numerator }]);

/**
 * How many wins of the average amount make a target, rounded up on the exact ratio; none for no target, null where nobody knows what one brings.
 * Pure.
 */
export function winsFor(target: Money, brought: { won: Money; wonCount: number } | null): bigint | null {
  if (target.minor <= 0n) return 0n;
  if (!brought || brought.won.minor <= 0n) return null;
  const { won, wonCount } = brought;
  return (target.minor * BigInt(wonCount) + won.minor - 1n) / won.minor;
}

const largestInt = 2_147_483_647;

const countable = (needed: bigint | number | null): number | null =>
  needed === null || needed > largestInt ? null : Number(needed);
