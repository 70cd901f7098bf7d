import { type AttainmentWeights, attainmentOf } from '../attainment/weighted';
import type { CreditedLine } from './credited-lines';
import { type IncentiveTerms, type Payout, payoutOf } from './payout';

/** What one rep is paid for a plan, with what it is made of; in minor units. */
export interface RepsPayout {
  repId: string;
  team: string | null;
  lines: CreditedLine[];
  originalTarget: bigint;
  booked: bigint;
  collected: bigint;
  attainment: string | null;
  /** Null without an original target, and without rules. */
  payout: Payout | null;
}

/** What each rep is paid by these rules, the largest original target first. Pure. */
export function payoutsOf(
  credited: readonly CreditedLine[],
  weights: AttainmentWeights | null,
  terms: IncentiveTerms | null,
): RepsPayout[] {
  const byRep = new Map<string, CreditedLine[]>();
  for (const line of credited) byRep.set(line.repId, [...(byRep.get(line.repId) ?? []), line]);
  const all = [...byRep].map(([repId, lines]) => {
    const sum = (of: 'target' | 'booked' | 'collected') => lines.reduce((total, line) => total + BigInt(line[of]), 0n);
    const [originalTarget, sold] = [sum('target'), { booked: sum('booked'), collected: sum('collected') }];
    return {
      ...{ repId, team: lines[0]?.team ?? null, lines, originalTarget, ...sold },
      attainment: weights && attainmentOf(sold, originalTarget, weights),
      payout: weights && terms && payoutOf(sold, originalTarget, weights, terms),
    };
  });
  return all.sort((a, b) =>
    a.originalTarget === b.originalTarget ? (a.repId < b.repId ? -1 : 1) : a.originalTarget > b.originalTarget ? -1 : 1,
  );
}
