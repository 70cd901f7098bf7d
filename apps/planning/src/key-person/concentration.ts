import { roundedRatio } from '@fivepoint/kernel';

export interface Concentration {
  /** H = Σ s² over the people's shares, four decimals; null where nobody has a target. */
  index: string | null;
  /** (H − 1/n) ÷ (1 − 1/n), four decimals: 0 where all have the same; null for fewer than two people. */
  normalised: string | null;
  /** 1 ÷ H, two decimals: as many people with equal shares would be as concentrated. */
  effectiveCount: string | null;
  /** H is above the limit. */
  warning: boolean;
}

/**
 * How much a plan's target hangs on single people (rules §11, capabilities P37, N11): the Herfindahl index of their shares. Compared is H
 * itself, with four decimals; the normalised value beside it does not grow when a team is merely small. Pure.
 *
 * @param targets of each person, in minor units; who has none is not counted.
 * @param limitBasisPoints 2500 as shipped.
 */
export function concentrationOf(targets: readonly bigint[], limitBasisPoints: number): Concentration {
  const shares = targets.filter((target) => target > 0n);
  const count = BigInt(shares.length);
  const total = shares.reduce((sum, share) => sum + share, 0n);
  const squares = shares.reduce((sum, share) => sum + share * share, 0n);
  const whole = total * total;
  const index = roundedRatio(squares, whole, 4);
  return {
    index,
    normalised: roundedRatio(count * squares - whole, (count - 1n) * whole, 4),
    effectiveCount: roundedRatio(whole, squares, 2),
    warning: Math.round(Number(index ?? 0) * 10_000) > limitBasisPoints,
  };
}
