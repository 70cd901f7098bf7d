import { roundedQuotient, roundedRatio } from '@fivepoint/kernel';
import { chanceOfBooking, exactDistribution, exactPercentile, type NotComputable } from './exact-distribution';
import { type LineSensitivity, outcomeOf, type Percentiles } from './outcome';
import { type RehearsalLine, type RehearsalTerms, simulate } from './simulate';

/** Everything that a rehearsal hangs on: with the same task it comes to the same on every machine. */
export interface RehearsalTask {
  lines: readonly RehearsalLine[];
  terms: RehearsalTerms;
}

/** What a rehearsal says; amounts in minor units, as whole numbers below 2^53, so that it can be kept as JSON. */
export interface RehearsalFigures {
  /** Each line's amount by its probability, rounded once. */
  weighted: number;
  trials: number;
  hits: number;
  bookings: Percentiles;
  /** What is kept of rehearsals before it was worked out has none. */
  cash?: Percentiles;
  months: { bookings: Percentiles; cash: Percentiles }[];
  margins: { confidence: number; margin: number }[];
  exact: { hitProbability: string; bookings: Percentiles } | null;
  notExact: NotComputable['reason'] | null;
}

export interface Rehearsed {
  figures: RehearsalFigures;
  /** By line, in their order. */
  lines: LineSensitivity[];
}

/** Plays a plan through and beside it works out exactly what can be worked out (rules §4). Pure but for the callback. */
export function rehearse({ lines, terms }: RehearsalTask, afterBlock?: (trialsDone: number) => void): Rehearsed {
  const outcome = outcomeOf(simulate(lines, terms, afterBlock), terms.target);
  const exact = exactDistribution(lines, terms);
  const computable = 'sums' in exact;
  const hit = computable && chanceOfBooking(terms.target, exact);
  return {
    figures: {
      weighted: weightedOf(lines),
      trials: outcome.trials,
      hits: outcome.hits,
      bookings: outcome.bookings,
      cash: outcome.cash,
      months: outcome.bookingsByPeriod.map((bookings, month) => ({
        bookings,
        cash: outcome.cashByPeriod[month] ?? { p10: 0, p50: 0, p90: 0 },
      })),
      margins: outcome.margins,
      exact: hit
        ? {
            hitProbability: roundedRatio(hit.numerator, hit.denominator, 4) ?? '',
            bookings: {
              p10: exactPercentile(10, exact),
              p50: exactPercentile(50, exact),
              p90: exactPercentile(90, exact),
            },
          }
        : null,
      notExact: computable ? null : exact.reason,
    },
    lines: outcome.lines,
  };
}

function weightedOf(lines: readonly RehearsalLine[]): number {
  const sum = lines.reduce((all, { amount, probability }) => all + BigInt(amount) * BigInt(probability), 0n);
  return Number(roundedQuotient(sum, 10_000n));
}
