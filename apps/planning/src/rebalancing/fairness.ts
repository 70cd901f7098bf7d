import { roundedRatio } from '@fivepoint/kernel';

export interface Attainment {
  actual: bigint;
  target: bigint;
}

/**
 * Jain's index over attainments (rules §5, capability P32): (Σ x)² ÷ (n · Σ x²), where x is actual ÷ target; 1 where all have attained the
 * same share, 1/n where one has attained all. Who has no target has no attainment and is left out. Four decimals; null where nobody has
 * attained anything. Pure.
 */
export function fairnessIndex(attainments: readonly Attainment[]): string | null {
  const counted = attainments.filter(({ target }) => target > 0n);
  // Over the product of all targets every attainment is a whole number, and the common factor falls out of the index.
  const all = counted.reduce((product, { target }) => product * target, 1n);
  const whole = counted.map(({ actual, target }) => (actual * all) / target);
  const sum = whole.reduce((total, x) => total + x, 0n);
  const squares = whole.reduce((total, x) => total + x * x, 0n);
  return roundedRatio(sum * sum, BigInt(counted.length) * squares, 4);
}
