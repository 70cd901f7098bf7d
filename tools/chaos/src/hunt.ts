import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '@fivepoint/kernel';
import { begin } from '../../lifecycle/src/lifecycle';
import { hire } from './crew';
import { drive, wrongInTheGraph } from './drive';
import { happen, type Planned } from './faults/plan';
import { type Books, readBooks } from './ledger/books';
import type { Finding } from './ledger/finding';
import { judge } from './ledger/judge';
import { quiet } from './ledger/quiet';
import type { Prey } from './prey';
import { Random } from './random';
import type { Point } from './victim/points';
import { Witness } from './witness';

export interface HuntOptions {
  plan: readonly Planned[];
  accounts: number;
  concurrency: number;
  seed: number;
  /** How long who drives waits for the effect of a handoff. */
  patienceMs: number;
  /** What has not moved for so long after the faults does not move. */
  unmovedMs: number;
  /** What is waited for between two faults: that every process can work again, or that the house can. */
  until: 'ready' | 'works';
  /** The longest moment of peace after that. */
  peaceMs: number;
  say: (line: string) => void;
}

/**
 * For who wants certainty: clients wait longer than any fault and what follows from it. The longest pause of messaging, for who waits, is 15 s,
 * and a dead instance is found within 10 (20 after a start of PostgreSQL): what has not moved for longer does not move.
 */
export const unhurried = { patienceMs: 120_000, unmovedMs: 30_000, until: 'ready', peaceMs: 1_500 } as const;

/**
 * For a house with short pauses (see short-pauses.ts): none is longer than 2 s, a dead instance is found within 2 (4 after a start of
 * PostgreSQL), and a dead member of a group within 4. Faults come while replicas are still recovering from the last one.
 */
export const hurried = { patienceMs: 120_000, unmovedMs: 8_000, until: 'works', peaceMs: 300 } as const;

/** What one run has shown. */
export interface Hunted {
  mode: Prey['mode'];
  seed: number;
  seconds: number;
  accounts: number;
  /** What happened → how often. */
  happened: ReadonlyMap<string, number>;
  /** Points that nobody died at, although they were armed: a fault that was never injected proves nothing. */
  missed: readonly string[];
  books: Books;
  /** Consumer → event → how often it came. */
  received: ReadonlyMap<string, ReadonlyMap<string, number>>;
  troubles: ReadonlyMap<string, number>;
  findings: readonly Finding[];
}

/** Drives accounts round the loop while the plan happens, waits until nothing moves, and judges. */
export async function hunt(prey: Prey, options: HuntOptions): Promise<Hunted> {
  const started = performance.now();
  const random = new Random(options.seed);
  const { plan } = options;
  const witness = new Witness();
  const people = await hire(prey, witness);
  const happened = new Map<string, number>();
  const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);
  let over = false;
  const run = await begin(people, uuidv7());
  const driving = drive(people, run, { ...options, goOn: () => !over });
  const disturbing = disturb(prey, options, random, count).finally(() => (over = true));
  const [driven] = await Promise.all([driving, disturbing]);
  options.say(`${driven.finished.length} accounts are round, the faults are over: waiting until nothing moves`);
  await prey.ready();
  const books = await settledBooks(prey, options.unmovedMs);
  const graph = await wrongInTheGraph(people, driven);
  prey.journal.readOn();
  const { deaths, received } = prey.journal;
  return {
    ...{ mode: prey.mode, seed: options.seed, happened, books, received, troubles: witness.troubles },
    accounts: driven.finished.length + driven.broken.length,
    missed: missedOf(plan, deaths),
    findings: judge(books, driven, witness.acknowledged, graph),
    seconds: (performance.now() - started) / 1000,
  };
}

async function disturb(
  prey: Prey,
  { plan, until, peaceMs, say }: HuntOptions,
  random: Random,
  count: (what: string) => void,
): Promise<void> {
  for (const planned of plan) {
    const what = await happen(planned, prey, random);
    if (what !== null) count(what);
    say(what ?? `nobody came by ${'point' in planned ? planned.point : ''}`);
    await prey[until]();
    // A moment's peace, of a length that the seed decides: faults must not come in step with what they disturb.
    await pause(random.below(peaceMs));
  }
}

function missedOf(plan: readonly Planned[], deaths: readonly { point: Point }[]): string[] {
  const points = plan.flatMap((planned) => ('point' in planned ? [planned.point] : []));
  const times = (list: readonly Point[], point: Point) => list.filter((one) => one === point).length;
  const died = deaths.map(({ point }) => point);
  return [...new Set(points)].filter((point) => times(died, point) < times(points, point));
}

async function settledBooks({ world, prefix, mode }: Prey, unmovedMs: number): Promise<Books> {
  const transport = mode === 'kafka' ? 'kafka' : 'in-process';
  await quiet(world.cluster, { prefix, transport, unmovedMs, longestMs: 180_000 });
  return readBooks(world.cluster, prefix, transport);
}
