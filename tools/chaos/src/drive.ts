import { problemsOf } from '../../lifecycle/src/check';
import { driveTurn, type TurnResult } from '../../lifecycle/src/drive';
import { HandoffClock } from '../../lifecycle/src/handoff-clock';
import type { Run } from '../../lifecycle/src/lifecycle';
import type { People } from '../../lifecycle/src/people';

export interface DriveOptions {
  /** At least so many accounts; more for as long as `goOn` says so. */
  accounts: number;
  concurrency: number;
  goOn: () => boolean;
  /** How long a turn waits for the effect of a handoff. */
  patienceMs: number;
}

export interface Finished {
  accountName: string;
  amount: string;
  result: TurnResult;
}

/** What came of driving: turns that went all the way, and what stopped the others. */
export interface Driven {
  finished: Finished[];
  broken: { accountName: string; why: string }[];
}

/** Drives accounts round the loop, some at a time, whatever happens to the house meanwhile. */
export async function drive(
  people: People,
  run: Run,
  { accounts, concurrency, goOn, patienceMs }: DriveOptions,
): Promise<Driven> {
  const driven: Driven = { finished: [], broken: [] };
  let next = 0;
  const worker = async () => {
    while (next < accounts || goOn()) {
      const turn = run.turn(next++);
      const { accountName, amount } = turn;
      try {
        const result = await driveTurn(people, turn, new HandoffClock(undefined, patienceMs));
        driven.finished.push({ accountName, amount, result });
      } catch (error) {
        driven.broken.push({ accountName, why: error instanceof Error ? error.message : String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return driven;
}

/** What the graph shows of the finished turns that is not as it must be. */
export async function wrongInTheGraph(people: People, { finished }: Driven): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...finished];
  const worker = async () => {
    for (let turn = left.pop(); turn; turn = left.pop()) {
      const { accountName, result, amount } = turn;
      wrong.push(...(await problemsOf(people.admin, result, amount)).map((problem) => `${accountName}: ${problem}`));
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return wrong;
}
