import { randomInt } from 'node:crypto';
import { Money } from '@fivepoint/kernel';
import { GateNotMet, type InputProblem, InvalidInput } from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { changedLines, changeProblems } from './changed-lines';
import { differenceOf } from './difference';
import { fewAtOnce } from './few-at-once';
import { inWorker } from './in-worker';
import type { LineOfPlan } from './lines-of-version';
import { type LineToRehearse, missingForRehearsal, rehearsalProblems, taskOf } from './preparation';
import type { LineSensitivity } from './outcome';
import { resultOf } from './rehearsal-result';
import { targetOf } from './target';
import { weightiestFirst } from './weightiest-first';
import { RehearsalBusy, WhatIf, type WhatIfLine } from './what-if';
import type { WhatIfInput } from './what-if.inputs';

/** Lines × trials of both plans together: some seconds of one processor, for somebody waits. */
const mostSteps = 100_000_000;
const shownLines = 20;

/** How many suppositions this process tries at once; each takes a processor. */
export const mostAtOnce = 2;
/** Takes one of their places. */
export const takePlace = fewAtOnce(mostAtOnce);

/** Plays a plan through as it might be and as it is, on the same luck, on a thread of its own; nothing is kept. */
export async function suppose(
  plan: Plan,
  lines: readonly LineOfPlan[],
  input: WhatIfInput,
): Promise<WhatIf | RehearsalBusy | GateNotMet | InvalidInput> {
  const missing = missingForRehearsal(lines);
  if (missing.length > 0) return new GateNotMet('REHEARSAL', missing);
  const unchanged = lines.flatMap(({ planLineId, target, outlook }): LineToRehearse[] =>
    outlook ? [{ key: planLineId, target, outlook }] : [],
  );
  const target = targetOf(input.target, lines, plan.currency);
  const wrong = [...(target instanceof Money ? [] : target), ...changeProblems(unchanged, input, plan)];
  if (wrong.length > 0 || !(target instanceof Money)) return new InvalidInput(wrong);
  const { startsOn, endsOn, currency } = plan;
  const seed = input.seed ? Number(input.seed) : randomInt(2 ** 47);
  const changed = changedLines(unchanged, input);
  const { trialCount, correlations } = input;
  const terms = { startsOn, endsOn, seed, trialCount, correlations, target: target.minor };
  const problems = bothProblems(unchanged, changed, terms);
  if (problems.length > 0) return new InvalidInput(problems);

  const changedTask = taskOf(changed, terms);
  const played = await takePlace(() => inWorker([taskOf(unchanged, terms), changedTask]));
  if (!played) return new RehearsalBusy();
  const [as, might] = played;
  if (!as || !might) throw new Error('two tasks have two answers');
  return Object.assign(new WhatIf(), {
    seed: String(seed),
    trialCount,
    result: resultOf(might.figures, plan, currency),
    unchanged: resultOf(as.figures, plan, currency),
    difference: differenceOf(might.figures, as.figures, currency),
    lines: weightiestFirst(changedTask.lines, might.lines).slice(0, shownLines).map(shownLine),
  });
}

/** Each plan by itself, and both together not too much; a group of either has its correlation. */
function bothProblems(
  unchanged: readonly LineToRehearse[],
  changed: readonly LineToRehearse[],
  terms: Parameters<typeof rehearsalProblems>[1],
): InputProblem[] {
  const both = rehearsalProblems([...unchanged, ...changed], terms, mostSteps).filter(({ path }) => path !== 'planId');
  const sums = [unchanged, changed].map((lines) =>
    rehearsalProblems(lines, { ...terms, correlations: [] }, Infinity).filter(({ path }) => path === 'planId'),
  );
  const [as = [], might = []] = sums;
  return [...(as.length > 0 ? as : might), ...both];
}

function shownLine({ key, closedCount, sensitivity }: LineSensitivity & { key: string }): WhatIfLine {
  const isAdded = key.startsWith('added ');
  return { planLineId: isAdded ? null : key, isAdded, closedCount, sensitivity };
}
