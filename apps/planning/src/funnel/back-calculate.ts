import type { Ratio } from '@fivepoint/kernel';

/**
 * How many cases each stage of a funnel needs for so many wins (rules §4, capability P23): stage by stage from the end,
 * required(k) = ⌈required(k + 1) ÷ conversion(k)⌉, each rounded up on the exact ratio. Conversions of .35, .45 and .60 need 78, 27 and 12 cases
 * for 7 wins. Null from the stage on, towards the beginning, where nothing converts. Pure.
 *
 * @param conversions of each stage to the one after it, the last one to a win; from 0 to 1.
 * @param wins not negative.
 * @returns for each stage, first to last, what must enter it.
 */
export function requiredCases(conversions: readonly Ratio[], wins: bigint): (bigint | null)[] {
  let needed: bigint | null = wins;
  const fromTheEnd = [...conversions].reverse().map(({ numerator, denominator }) => {
    if (needed !== null && needed > 0n) needed = numerator === 0n ? null : ceiling(needed * denominator, numerator);
    return needed;
  });
  return fromTheEnd.reverse();
}

const ceiling = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;
