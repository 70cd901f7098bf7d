import { InputProblem } from '@fivepoint/service';
import type { Outlook } from '../outlook/outlook';
import { type Correlation, correlationProblems } from './correlations';
import type { LineOfPlan } from './lines-of-version';
import { monthAt, monthsOf } from './months';
import type { RehearsalTask } from './rehearse';
import type { RehearsalLine } from './simulate';

/** A line that can be rehearsed; its key is what its luck hangs on. */
export interface LineToRehearse {
  key: string;
  target: bigint;
  outlook: Outlook;
}

export interface Terms {
  startsOn: string;
  endsOn: string;
  seed: number;
  trialCount: number;
  correlations: readonly Correlation[];
  /** Minor units. */
  target: bigint;
}

/** More months than that are no plan that is rehearsed: each trial keeps two amounts for each. */
export const mostMonths = 60;

/** So many lines are named that nobody has an outlook of. */
const mostNamed = 20;

/** What is missing before a plan can be rehearsed: how many outlooks, and of which lines as far as the viewer sees them; empty when nothing is. Pure. */
export function missingForRehearsal(lines: readonly LineOfPlan[]): string[] {
  if (lines.length === 0) return ['at least one plan line'];
  const without = lines.filter(({ outlook }) => !outlook);
  if (without.length === 0) return [];
  const named = without.filter(({ seen }) => seen).slice(0, mostNamed);
  return [
    ...named.map(({ planLineId }) => `the outlook of plan line ${planLineId}`),
    ...(named.length < without.length ? [`the outlooks of ${without.length - named.length} more plan lines`] : []),
  ];
}

/**
 * Everything that keeps lines from being rehearsed on these terms; empty when nothing does. Pure.
 *
 * @param mostSteps how many lines × trials it may be
 */
export function rehearsalProblems(
  lines: readonly LineToRehearse[],
  { startsOn, endsOn, trialCount, correlations, target }: Terms,
  mostSteps: number,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const wrong = (path: string, message: string) => problems.push(new InputProblem(path, message));
  const months = monthsOf({ startsOn, endsOn }).length;
  if (months > mostMonths) wrong('planId', `its period has ${months} months; at most ${mostMonths} can be rehearsed`);
  const all = lines.reduce((sum, line) => sum + line.target, 0n);
  if (!isWhole(all)) wrong('planId', `its lines add up to more than ${Number.MAX_SAFE_INTEGER} minor units`);
  if (!isWhole(target)) wrong('target', `must be at most ${Number.MAX_SAFE_INTEGER} minor units`);
  if (lines.length * trialCount > mostSteps)
    wrong('trialCount', `for ${lines.length} lines must be at most ${Math.floor(mostSteps / lines.length)}`);
  const groups = new Set(lines.flatMap(({ outlook }) => outlook.correlationGroup ?? []));
  problems.push(...correlationProblems(groups, correlations));
  return problems;
}

const isWhole = (minor: bigint): boolean => minor <= BigInt(Number.MAX_SAFE_INTEGER);

/** What a worker plays through: months instead of days, counted from the plan's first. Pure. */
export function taskOf(lines: readonly LineToRehearse[], terms: Terms): RehearsalTask {
  const { startsOn, endsOn, seed, trialCount, correlations, target } = terms;
  return {
    lines: lines.map(({ key, target: amount, outlook }): RehearsalLine => ({
      key,
      amount: Number(amount),
      probability: outlook.probabilityBasisPoints,
      period: monthAt(outlook.closesOn, startsOn),
      slip: outlook.slipBasisPoints,
      group: outlook.correlationGroup,
      terms: outlook.payments.map(({ basisPoints, lagMonths }) => ({ basisPoints, lag: lagMonths })),
    })),
    terms: {
      periodCount: monthsOf({ startsOn, endsOn }).length,
      target: Number(target),
      trials: trialCount,
      seed,
      correlations: new Map(correlations.map(({ group, basisPoints }) => [group, basisPoints])),
    },
  };
}
