import { daysBetween, splitByWeights } from '@fivepoint/kernel';
import type { AttainmentBy } from './attainment-by';
import { monthPeriodsOf, type Period } from './pace';
import type { SumOfAttainment } from './sums-of-attainment';

/** What some lines of a plan were to bring in a period, and brought; in minor units. */
export interface Attained {
  key: string | null;
  /** The plan's own, or a month of it. */
  period: Period;
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
}

/** Puts the sums of a plan into rows; those and what is hidden are the total, exactly. Pure. */
export function attainedRows(sums: readonly SumOfAttainment[], by: AttainmentBy, period: Period): AttainedRows {
  const all = sums.map(({ seen, target, floor, booked, collected, ...sum }) => ({
    ...sum,
    ...{ seen, period, target: BigInt(target), floor: BigInt(floor) },
    ...{ booked: BigInt(booked), collected: BigInt(collected) },
  }));
  const [seen, unseen] = [all.filter((sum) => sum.seen), all.filter((sum) => !sum.seen)];
  return {
    rows: by === 'MONTH' ? byMonth(seen, period) : seen.map(({ seen: _, ...row }) => row),
    hidden: unseen.length === 0 ? null : added(unseen, period),
    total: added(all, period),
  };
}

/** Every month of the period, also one in which nothing happened; of what is set for the whole period by its days, by largest remainder. */
function byMonth(sums: readonly Attained[], period: Period): Attained[] {
  const months = monthPeriodsOf(period);
  const days = months.map(({ startsOn, endsOn }) => BigInt(daysBetween(startsOn, endsOn) + 1));
  const { target, floor, lineCount } = added(sums, period);
  const [targets, floors] = [splitByWeights(target, days), splitByWeights(floor, days)];
  return months.map((month, index) => {
    const key = month.startsOn.slice(0, 7);
    const { booked, contractCount, collected } = added(
      sums.filter((sum) => sum.key === key),
      month,
    );
    const set = { target: targets[index] ?? 0n, floor: floors[index] ?? 0n, lineCount };
    return { key, period: month, ...set, booked, contractCount, collected };
  });
}

function added(sums: readonly Attained[], period: Period): Attained {
  const nothing = {
    key: null,
    period,
    target: 0n,
    floor: 0n,
    lineCount: 0,
    booked: 0n,
    contractCount: 0,
    collected: 0n,
  };
  return sums.reduce<Attained>(
    (all, one) => ({
      ...all,
      target: all.target + one.target,
      floor: all.floor + one.floor,
      lineCount: all.lineCount + one.lineCount,
      booked: all.booked + one.booked,
      contractCount: all.contractCount + one.contractCount,
      collected: all.collected + one.collected,
    }),
    nothing,
  );
}
