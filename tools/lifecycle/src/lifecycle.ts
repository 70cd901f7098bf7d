import { setTimeout as pause } from 'node:timers/promises';
import { localDateOf } from '@fivepoint/kernel';
import * as commands from './commands';
import { problemsOf, unfinished } from './check';
import { driveTurn, type Turn } from './drive';
import { expectMember } from './graph-user';
import type { HandoffClock } from './handoff-clock';
import type { People } from './people';

export interface LifecycleOptions {
  accounts: number;
  /** How many accounts are under way at once. */
  concurrency: number;
  progress: (line: string) => void;
  /** Names the run; commands of the same run are not done twice. Default: a new one. */
  run?: string;
}

/** Drives that many accounts round the loop and checks each: nothing lost, nothing twice. Resolves with everything that is not right. */
export async function lifecycle(
  people: People,
  clock: HandoffClock,
  { accounts, concurrency, progress, run = Date.now().toString(36) }: LifecycleOptions,
): Promise<{ problems: string[]; turns: number }> {
  const begun = await begin(people, run);
  const problems: string[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let index = next++; index < accounts; index = next++) {
      const turn = begun.turn(index);
      try {
        const result = await driveTurn(people, turn, clock);
        const found = await settled(() => problemsOf(people.admin, result, turn.amount), clock);
        problems.push(...found.map((problem) => `${turn.accountName}: ${problem}`));
      } catch (error) {
        problems.push(`${turn.accountName}: ${error instanceof Error ? error.message : String(error)}`);
      }
      done += 1;
      if (accounts > 1 && (done % 10 === 0 || done === accounts)) progress(`${done} of ${accounts} accounts`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, accounts) }, worker));
  problems.push(...(await settled(() => unfinished(people.admin), clock)));
  return { problems, turns: done };
}

/**
 * The timeline follows the last handoff a little later, by as long as any handoff may take: what is still wrong after that is wrong.
 * Where processes are killed, who reads the timeline may be one that has to start first.
 */
async function settled(check: () => Promise<string[]>, { patienceMs }: HandoffClock): Promise<string[]> {
  const started = performance.now();
  for (;;) {
    const problems = await check();
    if (problems.length === 0 || performance.now() - started > patienceMs) return problems;
    await pause(250);
  }
}

/** A run that has begun; its turns are driven one by one. */
export interface Run {
  turn(index: number): Turn;
}

/** What all turns of a run share: a product, the rep's own row, and the tenant's days. */
export async function begin(people: People, run: string): Promise<Run> {
  const { me } = await people.rep.ask<{ me: { id: string } | null }>('{ me { id } }');
  if (!me) throw new Error('the rep of this run is not registered in planning');
  const product = await people.admin.ask<{ result: { __typename: string; id: string } }>(commands.registerProduct, {
    input: { name: `Power system ${run}`, idempotencyKey: `${run}:product` },
  });
  const productId = expectMember(product.result, 'Product').id;
  const { tenant } = await people.admin.ask<{ tenant: { timeZone: string } | null }>('{ tenant { timeZone } }');
  const today = () => localDateOf(new Date(), tenant?.timeZone ?? 'UTC');
  return {
    turn: (index) => ({
      ...{ run, productId, ownerId: me.id, today },
      accountName: `Loop ${run}-${index + 1}`,
      // An amount with an odd fen, so that a split which does not sum exactly shows.
      amount: `${1_000_000 + index}.01`,
    }),
  };
}
