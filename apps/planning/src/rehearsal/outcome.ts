import { roundedRatio } from '@fivepoint/kernel';
import type { Samples } from './simulate';

/** In whole per cent, as rules §4 names them. */
const percentiles = [10, 50, 90] as const;
const confidences = [80, 90, 95] as const;

export interface Percentiles {
  p10: number;
  p50: number;
  p90: number;
}

export interface LineSensitivity {
  /** P(hit | it closes) − P(hit | it does not), four decimals; null where it always did or never did. */
  sensitivity: string | null;
  closedCount: number;
}

export interface RehearsalOutcome {
  trials: number;
  bookings: Percentiles;
  cash: Percentiles;
  bookingsByPeriod: Percentiles[];
  cashByPeriod: Percentiles[];
  /** Trials that booked at least the target, of all. */
  hits: number;
  /** For each confidence what the target stands above the amount that is booked with it; 0 where it is booked. */
  margins: { confidence: number; margin: number }[];
  /** By line, in their order. */
  lines: LineSensitivity[];
}

/** What the trials of a rehearsal say (rules §4, capability N1). Sorts the samples in place. Pure but for that. */
export function outcomeOf(samples: Samples, target: number): RehearsalOutcome {
  const { bookings, cash, bookingsByPeriod, cashByPeriod, closed, closedAndHit, hits } = samples;
  const trials = bookings.length;
  const all = percentilesOf(bookings);
  return {
    trials,
    bookings: all,
    cash: percentilesOf(cash),
    bookingsByPeriod: bookingsByPeriod.map(percentilesOf),
    cashByPeriod: cashByPeriod.map(percentilesOf),
    hits,
    margins: confidences.map((confidence) => ({
      confidence,
      margin: Math.max(0, target - bookedWith(confidence, bookings)),
    })),
    lines: closed.map((count, index) => ({
      closedCount: count,
      sensitivity: sensitivityOf(closedAndHit[index] ?? 0, count, hits, trials),
    })),
  };
}

function percentilesOf(values: Float64Array): Percentiles {
  const sorted = values.sort();
  const [p10, p50, p90] = percentiles.map((percent) => sorted[rankOf(percent, sorted.length) - 1] ?? 0);
  return { p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 };
}

/** Nearest rank: the ⌈q · N⌉-th smallest, in whole numbers. */
export const rankOf = (percent: number, count: number): number => Math.ceil((percent * count) / 100);

/** The greatest amount that at least so many per cent of the trials booked. */
const bookedWith = (confidence: number, sorted: Float64Array): number =>
  sorted[sorted.length - rankOf(confidence, sorted.length)] ?? 0;

function sensitivityOf(closedAndHit: number, closed: number, hits: number, trials: number): string | null {
  const [yes, no] = [BigInt(closed), BigInt(trials - closed)];
  return roundedRatio(BigInt(closedAndHit) * no - BigInt(hits - closedAndHit) * yes, yes * no, 4);
}
