import { planOf } from './faults/plan';
import { hunt, hurried } from './hunt';
import type { Prey } from './prey';
import { Random } from './random';
import { isWell, tableOf } from './table';

/** What the short form is told, and what its mutants are. */
export const seed = 7;
export const logLevel = 'error';

/**
 * Where a spec's ports begin: below those that the system gives to outgoing connections, which would take the port of a process that is being
 * started again, and apart from those of the spec beside it.
 */
export const firstPort = (mode: Prey['mode']): number =>
  (mode === 'kafka' ? 20_000 : 25_000) + Math.floor(Math.random() * 4_000);

/** Every point and every fault once, on a house with short pauses: throws with the ledger unless it holds. Stops the house. */
export async function holdsInShort(prey: Prey): Promise<void> {
  try {
    const plan = planOf(prey.mode, 1, new Random(seed));
    const say = () => undefined;
    const hunted = await hunt(prey, { plan, accounts: 4, concurrency: 4, seed, ...hurried, say });
    if (!isWell(hunted)) throw new Error(tableOf(hunted).join('\n'));
  } finally {
    await prey.stop();
  }
}
