/** A rep's total in three versions of a plan, in minor units of its currency. */
export interface RepTotal {
  ownerId: string;
  /** In the first version that was in force: what the rep was given to begin with. */
  original: bigint;
  /** In the version that counts, with what rebalancings have added. */
  before: bigint;
  /** In the revision, with the same. */
  after: bigint;
}

export type Increase<T extends RepTotal = RepTotal> = T & {
  /** The most that the cap allows. */
  most: bigint;
};

/**
 * Whose totals a revision raises beyond the cap (rule 5): no revision is a way around fair rebalancing (不鞭打快牛). The cap is a share of the
 * original total, rounded down and cumulative: what earlier revisions have added counts. Whose total does not grow is asked for nothing. Pure.
 * @param capBasisPoints 1000 = 10 %
 */
export function increasesBeyondCap<T extends RepTotal>(totals: readonly T[], capBasisPoints: number): Increase<T>[] {
  return totals
    .map((total) => ({ ...total, most: total.original + (total.original * BigInt(capBasisPoints)) / 10_000n }))
    .filter(({ before, after, most }) => after > before && after > most);
}
