import { daysBetween, splitByWeights } from '@fivepoint/kernel';
import { changeOf, type Overlay } from '../rebalancing/overlays';
import type { AttainmentBy } from './attainment-by';
import { monthPeriodsOf, type Period } from './pace';
import type { SumOfAttainment } from './sums-of-attainment';

/** What some lines of a plan were to bring in a period, and brought; in minor units. */
export interface Attained {
  key: string | null;
  /** The plan's own, or a month of it. */
  period: Period;
  /** In the version that counts. */
  planned: bigint;
  /** The same with what rebalancings changed, as far as it is of the row. */
  target: bigint;
  floor: bigint;
  lineCount: number;
  booked: bigint;
  contractCount: number;
  collected: bigint;
}

/** The rows that the viewer may see; what the viewer may not, in one; and all of it. */
export interface AttainedRows {
  rows: Attained[];
  hidden: Attained | null;
  total: Attained;
  /** What rebalancings changed of targets that is in no row. */
  adjustment: bigint;
}

type RepOverlay = Pick<Overlay, 'repId' | 'team' | 'change' | 'known'>;

/**
 * Puts the sums of a plan into rows; those, what is hidden and the adjustment are the total, exactly. What a rebalancing changed is the rep's: it is in
 * the row of the rep, of the rep's team and of the months where the viewer may know it, and in no row of a line, a product or an account. Pure.
 */
export function attainedRows(
  sums: readonly SumOfAttainment[],
  by: AttainmentBy,
  period: Period,
  overlays: readonly RepOverlay[] = [],
): AttainedRows {
  const all = sums.map(({ seen, target, floor, booked, collected, ...sum }) => ({
    ...sum,
    ...{ seen, period, planned: BigInt(target), target: BigInt(target), floor: BigInt(floor) },
    ...{ booked: BigInt(booked), collected: BigInt(collected) },
  }));
  const [seen, unseen] = [all.filter((sum) => sum.seen), all.filter((sum) => !sum.seen)];
  const known = overlays.filter((overlay) => overlay.known);
  const ofRows = by === 'OWNER' || by === 'TEAM' ? known : [];
  const rows =
    by === 'MONTH'
      ? byMonth(seen, period, changeOf(known))
      : seen
          .map(({ seen: _, ...row }) => ({ ...row, target: row.planned + changeOf(ofRows.filter(isOf(row, by))) }))
          .sort((one, other) => (one.target === other.target ? 0 : one.target > other.target ? -1 : 1));
  const total = added(all, period);
  const change = changeOf(overlays);
  return {
    rows,
    hidden: unseen.length === 0 ? null : added(unseen, period),
    total: { ...total, target: total.planned + change },
    adjustment: change - rows.reduce((sum, { planned, target }) => sum + target - planned, 0n),
  };
}

/** Whether an overlay is of a row by OWNER or TEAM. */
const isOf =
  ({ key }: Attained, by: AttainmentBy) =>
  ({ repId, team }: RepOverlay): boolean =>
    key === (by === 'OWNER' ? repId : team);

/** Every month of the period, also one in which nothing happened; of what is set for the whole period by its days, by largest remainder. */
function byMonth(sums: readonly Attained[], period: Period, change: bigint): Attained[] {
  const months = monthPeriodsOf(period);
  const days = months.map(({ startsOn, endsOn }) => BigInt(daysBetween(startsOn, endsOn) + 1));
  const { planned, floor, lineCount } = added(sums, period);
  const [planneds, targets, floors] = [planned, planned + change, floor].map((whole) => splitByWeights(whole, days));
  return months.map((month, index) => {
    const key = month.startsOn.slice(0, 7);
    const { booked, contractCount, collected } = added(
      sums.filter((sum) => sum.key === key),
      month,
    );
    const of = (split: readonly bigint[] | undefined) => split?.[index] ?? 0n;
    const set = { planned: of(planneds), target: of(targets), floor: of(floors), lineCount };
    return { key, period: month, ...set, booked, contractCount, collected };
  });
}

function added(sums: readonly Attained[], period: Period): Attained {
  const all = { planned: 0n, target: 0n, floor: 0n, lineCount: 0, booked: 0n, contractCount: 0, collected: 0n };
  for (const one of sums) {
    all.planned += one.planned;
    all.target += one.target;
    all.floor += one.floor;
    all.lineCount += one.lineCount;
    all.booked += one.booked;
    all.contractCount += one.contractCount;
    all.collected += one.collected;
  }
  return { key: null, period, ...all };
}
