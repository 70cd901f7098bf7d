import type { Money } from '@fivepoint/kernel';
import { requiredCases } from './back-calculate';
import type { StageConversion } from './conversions';
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
  const ratios = conversions.map(({ conversion }) => conversion.ratio);
  const even = requiredCases(ratios, BigInt(wins));
  const confident = casesForConfidence(ratios, wins, confidenceBasisPoints);
  return conversions.map((one, index) => ({
    ...one,
    evenOddsCount: countable(even[index] ?? null),
    confidenceCount: countable(confident[index] ?? null),
  }));
}

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
