import { type Ratio, reducedRatio } from '@fivepoint/kernel';
import type { RehearsalLine, RehearsalTerms } from './simulate';

/** What may be booked, lowest first, and the chance of each sum; the chances add up to the whole. */
export interface ExactDistribution {
  sums: number[];
  chances: bigint[];
  whole: bigint;
}

export interface NotComputable {
  reason: 'CORRELATED' | 'TOO_MANY_SUMS';
}

/** Lines of odd amounts have nearly 2^n sums; so many can be worked out at once. */
export const mostSums = 100_000;

/** Sums that are looked at for all lines together: some seconds of work, however many lines of round amounts there are. */
export const mostSteps = 2_500_000;

/**
 * The distribution of what is booked within the periods, without any trial (rules §4), where lines are independent and their amounts have few
 * different sums: what a rehearsal of the same lines is checked against. Pure.
 */
export function exactDistribution(
  lines: readonly RehearsalLine[],
  { periodCount, correlations }: Pick<RehearsalTerms, 'periodCount' | 'correlations'>,
): ExactDistribution | NotComputable {
  if (shareLuck(lines, correlations)) return { reason: 'CORRELATED' };
  let distribution = new Map<number, bigint>([[0, 1n]]);
  let whole = 1n;
  let steps = 0;
  for (const line of lines) {
    const { numerator: closes, denominator } = chanceWithin(line, periodCount);
    if (closes === 0n || line.amount === 0) continue;
    const next = new Map<number, bigint>();
    const add = (sum: number, share: bigint) => next.set(sum, (next.get(sum) ?? 0n) + share);
    for (const [sum, share] of distribution) {
      if (closes < denominator) add(sum, share * (denominator - closes));
      add(sum + line.amount, share * closes);
    }
    whole *= denominator;
    steps += next.size;
    if (next.size > mostSums || steps > mostSteps) return { reason: 'TOO_MANY_SUMS' };
    distribution = next;
  }
  const sorted = [...distribution].sort(([one], [other]) => one - other);
  return { sums: sorted.map(([sum]) => sum), chances: sorted.map(([, chance]) => chance), whole };
}

/** The chance of booking at least so much. */
export function chanceOfBooking(target: number, { sums, chances, whole }: ExactDistribution): Ratio {
  const numerator = chances.reduce(
    (total, chance, index) => ((sums[index] ?? 0) >= target ? total + chance : total),
    0n,
  );
  return { numerator, denominator: whole };
}

/** Nearest rank in a distribution: the least sum that so many per cent of the chances do not exceed. */
export function exactPercentile(percent: number, { sums, chances, whole }: ExactDistribution): number {
  let upTo = 0n;
  return sums.find((_, index) => (upTo += chances[index] ?? 0n) * 100n >= whole * BigInt(percent)) ?? 0;
}

/** That it closes, and slips no further than to the last period. */
function chanceWithin({ probability, slip, period }: RehearsalLine, periodCount: number): Ratio {
  const inTime = slip.reduce((sum, basisPoints, delay) => (period + delay < periodCount ? sum + basisPoints : sum), 0);
  return reducedRatio(BigInt(probability) * BigInt(inTime), 100_000_000n);
}

/** Whether two lines that may go either way belong to a group that shares anything. */
function shareLuck(lines: readonly RehearsalLine[], correlations: ReadonlyMap<string, number>): boolean {
  const groups = lines
    .filter(({ probability }) => probability > 0 && probability < 10_000)
    .flatMap(({ group }) => (group !== null && (correlations.get(group) ?? 0) > 0 ? [group] : []));
  return new Set(groups).size < groups.length;
}
