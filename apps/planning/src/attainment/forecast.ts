import { conversionAt, type Rate } from '../funnel/conversions';
import type { FunnelOf } from '../funnel/funnels';
import type { PurchasePattern } from '../account/purchase-pattern';
import { countOf, expectation } from '../pipeline/coverage';
import type { PipelineStage } from '../pipeline/pipeline.stages';
import type { OpenDeals } from './open-deals';

/** Open deals of one stage and pattern, and by which rate they count; null before the first stage of their funnel. */
export interface RatedDeals {
  stage: PipelineStage;
  purchasePattern: PurchasePattern | null;
  dealCount: number;
  open: bigint;
  toWin: Rate | null;
}

/** What is expected until the end of a period beside what is booked, in minor units. */
export interface Forecast {
  open: bigint;
  openCount: number;
  /** Σ amount × rate, exactly, rounded once. */
  weighted: bigint;
  /** Of so many deals; the others have not come to the first stage of their funnel. */
  weightedCount: number;
  /** Open deals that count nowhere. */
  leftOutCount: number;
  rates: RatedDeals[];
}

/** What open deals are expected to bring: each by the win rate of its stage, as it counts today. Pure. */
export function forecastOf(deals: readonly OpenDeals[], funnelOf: FunnelOf): Forecast {
  const counted = deals.filter(({ counts }) => counts);
  const rates = ratedDeals(counted, funnelOf);
  const weighed = rates.flatMap(({ open, dealCount, toWin }) =>
    toWin ? [{ minor: open.toString(), chance: toWin.ratio, count: dealCount }] : [],
  );
  return {
    open: rates.reduce((sum, { open }) => sum + open, 0n),
    openCount: countOf(counted),
    weighted: expectation(weighed),
    weightedCount: countOf(weighed),
    leftOutCount: countOf(deals) - countOf(counted),
    rates,
  };
}

/** The same deals, one row per stage and pattern. */
function ratedDeals(deals: readonly OpenDeals[], funnelOf: FunnelOf): RatedDeals[] {
  const rows = new Map<string, RatedDeals>();
  for (const { stage, purchasePattern, minor, count } of deals) {
    const key = `${stage} ${purchasePattern}`;
    const toWin = conversionAt(funnelOf(purchasePattern)?.stages ?? [], stage)?.toWin ?? null;
    const row = rows.get(key) ?? { stage, purchasePattern, dealCount: 0, open: 0n, toWin };
    rows.set(key, { ...row, dealCount: row.dealCount + count, open: row.open + BigInt(minor) });
  }
  return [...rows.values()];
}
