import { roundedQuotient } from '@fivepoint/kernel';

/** A role of the decision chain (rules §6): how much it weighs, and whether it can stop a purchase alone. */
export interface ChainRole {
  role: string;
  /** Basis points of all roles. */
  weight: number;
  veto: boolean;
}

/** The sell side as shipped (rules §6). */
export const shippedSellSide: readonly ChainRole[] = [
  { role: 'ECONOMIC_BUYER', weight: 4000, veto: false },
  { role: 'TECHNICAL', weight: 2500, veto: true },
  { role: 'USER', weight: 2000, veto: false },
  { role: 'PROCUREMENT', weight: 1500, veto: false },
];

/** A person as far as the score goes: who has left is none. */
export interface Stakeholder {
  roles: readonly string[];
  /** 0, 50 or 100 per cent. */
  access: number;
  /** −2 against us to +2 for us. */
  support: number;
}

export interface RoleContribution {
  role: string;
  weight: number;
  access: number;
  support: number;
  /** What it adds to the score, in ten-thousandths of a point. */
  contribution: number;
}

export interface RelationshipScore {
  /** 0–100 in ten-thousandths of a point, as thresholds compare it; null where no role weighs anything. */
  score: number | null;
  contributions: RoleContribution[];
}

/**
 * The relationship score of an account (rules §2, capability P14): 100 × Σ w · access · (support + 2) ÷ 4 ÷ Σ w over the roles of the sell
 * side. A role takes its holders' greatest access and, among those who have it, the greatest support; a role with a veto the least support
 * of all its holders. A role that nobody holds adds nothing, and weighs. Pure.
 */
export function relationshipScore(people: readonly Stakeholder[], chain: readonly ChainRole[]): RelationshipScore {
  const all = BigInt(chain.reduce((sum, { weight }) => sum + weight, 0));
  if (all === 0n) return { score: null, contributions: [] };
  const parts = chain.map(({ role, weight, veto }) => {
    const holders = people.filter(({ roles }) => roles.includes(role));
    const access = Math.max(0, ...holders.map((holder) => holder.access));
    const support = supportOf(holders, access, veto);
    // Access in per cent, support + 2 in quarters.
    return { role, weight, access, support, product: BigInt(weight) * BigInt(access) * BigInt(support + 2) };
  });
  const rounded = (product: bigint) => Number(roundedQuotient(product * 10_000n, 4n * all));
  return {
    score: rounded(parts.reduce((sum, { product }) => sum + product, 0n)),
    contributions: parts.map(({ product, ...part }) => ({ ...part, contribution: rounded(product) })),
  };
}

function supportOf(holders: readonly Stakeholder[], access: number, veto: boolean): number {
  if (holders.length === 0) return 0;
  if (veto) return Math.min(...holders.map(({ support }) => support));
  return Math.max(...holders.filter((holder) => holder.access === access).map(({ support }) => support));
}
