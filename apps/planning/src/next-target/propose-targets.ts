import { roundedQuotient, splitByWeights } from '@fivepoint/kernel';

/** What is known of an account that may get targets; minor units of the plan's currency. */
export interface AccountPotential {
  accountId: string;
  /** Null where no potential is assessed, or in another currency than the plan's. */
  attainable: bigint | null;
  /** What each measured driver adds to the potential, and for which product, if for one. */
  drivers: readonly { productId: string | null; amount: bigint }[];
  /** Days of the months over which the potential goes, from the first day of the plan on. */
  horizonDays: number;
}

export interface DraftedTarget {
  accountId: string;
  productId: string;
  target: bigint;
}

export interface Sale {
  accountId: string;
  productId: string;
  amount: bigint;
}

export type RefusalReason = 'NO_POTENTIAL' | 'NO_PRODUCT' | 'NOTHING_ATTAINABLE' | 'PRODUCT_TARGET_TAKEN';

/** What is proposed for one account and product; without a product where nobody knows for which. */
export interface TargetProposal {
  accountId: string;
  productId: string | null;
  /** Of the account's attainable potential, for this product and the plan's period; null where none is known. */
  attainable: bigint | null;
  lastActual: bigint;
  planned: bigint | null;
  target: bigint | null;
  refusalReason: RefusalReason | null;
}

/** What a proposal, a line or an accepted target is for, as a key: one account and one product. Pure. */
export const placeOf = ({ accountId, productId }: { accountId: string; productId: string | null }): string =>
  `${accountId} ${productId ?? ''}`;

/**
 * The targets of the next period (rules §5, "across periods"): each starts from what is attainable at the account, split by what its measured
 * drivers add for each product, and never from what was sold there before. What would rest on that alone is named and stays empty. Where the target
 * of a product is fixed, its proposals and the lines that get none add up to it exactly. Pure.
 *
 * @param periodDays of the plan
 */
export function proposeTargets(
  accounts: readonly AccountPotential[],
  drafted: readonly DraftedTarget[],
  sales: readonly Sale[],
  fixed: ReadonlyMap<string, bigint>,
  periodDays: number,
): TargetProposal[] {
  const [draftedAt, soldAt] = [byAccount(drafted), byAccount(sales)];
  const proposals = accounts.flatMap((account) => {
    const own = draftedAt.get(account.accountId) ?? [];
    const sold = soldAt.get(account.accountId) ?? [];
    const shares = sharesOf(
      account,
      own.map(({ productId }) => productId),
      periodDays,
    );
    const productIds = [...new Set([...own, ...sold].map(({ productId }) => productId).concat(...shares.keys()))];
    const unassigned = shares.get('') ?? 0n;
    const rows = productIds
      .filter((productId) => productId !== '')
      .sort()
      .map((productId): TargetProposal => {
        const attainable = account.attainable === null ? null : (shares.get(productId) ?? null);
        return {
          accountId: account.accountId,
          productId,
          attainable,
          lastActual: sold.find((sale) => sale.productId === productId)?.amount ?? 0n,
          planned: own.find((line) => line.productId === productId)?.target ?? null,
          target: attainable === null || attainable === 0n ? null : attainable,
          refusalReason: attainable === null ? 'NO_POTENTIAL' : attainable === 0n ? 'NOTHING_ATTAINABLE' : null,
        };
      });
    return unassigned === 0n ? rows : [...rows, withoutProduct(account.accountId, unassigned)];
  });
  return fitted(proposals, fixed);
}

function byAccount<T extends { accountId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) grouped.set(row.accountId, [...(grouped.get(row.accountId) ?? []), row]);
  return grouped;
}

const withoutProduct = (accountId: string, attainable: bigint): TargetProposal => ({
  ...{ accountId, attainable, productId: null, lastActual: 0n, planned: null, target: null },
  refusalReason: 'NO_PRODUCT',
});

/**
 * What is attainable for each product within the period; under '' what belongs to none. That goes to the account's only drafted product without a
 * measure of its own, where there is just one: more would be a guess.
 */
function sharesOf(
  { attainable, drivers, horizonDays }: AccountPotential,
  draftedProducts: readonly string[],
  periodDays: number,
): Map<string, bigint> {
  const weights = new Map<string, bigint>();
  for (const { productId, amount } of drivers)
    weights.set(productId ?? '', (weights.get(productId ?? '') ?? 0n) + amount);
  if (attainable === null || weights.size === 0) return new Map();
  const general = weights.get('');
  const unmeasured = [...new Set(draftedProducts)].filter((productId) => !weights.has(productId));
  const [only, ...more] = unmeasured;
  if (general !== undefined && only !== undefined && more.length === 0) {
    weights.delete('');
    weights.set(only, general);
  }
  const inPeriod = roundedQuotient(attainable * BigInt(periodDays), BigInt(horizonDays));
  const amounts = [...weights.values()];
  const parts = amounts.every((amount) => amount === 0n) ? amounts : splitByWeights(inPeriod, amounts);
  return new Map([...weights.keys()].map((productId, index) => [productId, parts[index] ?? 0n]));
}

/** The proposals of products whose target is fixed, split so that they and the lines without a proposal add up to it. */
function fitted(proposals: readonly TargetProposal[], fixed: ReadonlyMap<string, bigint>): TargetProposal[] {
  const split = new Map<TargetProposal, bigint>();
  for (const [productId, whole] of fixed) {
    const own = proposals.filter((proposal) => proposal.productId === productId);
    const proposed = own.filter(({ target }) => target !== null);
    const kept = own.reduce((sum, { target, planned }) => (target === null ? sum + (planned ?? 0n) : sum), 0n);
    if (proposed.length === 0) continue;
    const left = whole > kept ? whole - kept : 0n;
    const parts = splitByWeights(
      left,
      proposed.map(({ target }) => target ?? 0n),
    );
    for (const [index, proposal] of proposed.entries()) split.set(proposal, parts[index] ?? 0n);
  }
  return proposals.map((proposal) => {
    const part = split.get(proposal);
    if (part === undefined) return proposal;
    return part === 0n
      ? { ...proposal, target: null, refusalReason: 'PRODUCT_TARGET_TAKEN' }
      : { ...proposal, target: part };
  });
}
