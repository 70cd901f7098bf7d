import { stopOne, type Stoppable } from '@fivepoint/service';
import { buildOneProcess } from '../build';
import { hunt, hurried } from '../hunt';
import type { Finding } from '../ledger/finding';
import { oneProcess } from '../prey';
import { shortPauses } from '../short-pauses';
import { countOf } from '../table';
import type { World } from '../world';
import type { Mutant } from './mutant';

export interface MutantHunt {
  mutant: Mutant;
  /** Whether the ledger has called it wrong, for the reason that was expected. */
  caught: boolean;
  findings: readonly Finding[];
  seconds: number;
}

export interface MutantsOptions {
  world: World;
  preload: string;
  logLevel: string;
  seed: number;
  /** Mutants that are hunted at once. */
  atOnce: number;
  say: (line: string) => void;
  /** Filled as mutants start, so that who gives up can stop them. */
  parts: Stoppable[];
}

/** Builds each mutant and hunts it, in databases and topics of its own. */
export async function huntMutants(mutants: readonly Mutant[], options: MutantsOptions): Promise<MutantHunt[]> {
  const hunts: MutantHunt[] = [];
  const left = [...mutants];
  const worker = async () => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) hunts.push(await huntMutant(mutant, options));
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  return hunts;
}

async function huntMutant(
  mutant: Mutant,
  { world, preload, logLevel, seed, say, parts }: MutantsOptions,
): Promise<MutantHunt> {
  const { name, mode, kills, expected } = mutant;
  const started = performance.now();
  const script = await buildOneProcess(name, [...shortPauses, ...mutant.edits]);
  const prey = await oneProcess({ world, name: name.replaceAll('-', '_'), preload, logLevel }, script, mode);
  parts.push(prey);
  try {
    const { findings } = await hunt(prey, {
      plan: kills.map(({ point, service }) => ({ point, services: [service] })),
      ...{ accounts: 4, concurrency: 4, seed, ...hurried, patienceMs: 8_000 },
      say: (line) => say(`${name}: ${line}`),
    });
    const seconds = (performance.now() - started) / 1000;
    return { mutant, findings, seconds, caught: countOf(findings, expected) > 0 };
  } finally {
    await stopOne(parts, prey);
  }
}

/** One line for each mutant, and the first thing that gave it away. */
export function mutantLines(hunts: readonly MutantHunt[]): string[] {
  return hunts.flatMap(({ mutant, caught, findings, seconds }) => [
    `${caught ? 'caught ' : 'MISSED '} ${mutant.name.padEnd(34)} ${seconds.toFixed(0).padStart(4)} s  ${mutant.breaks}`,
    `        ${mutant.expected}: ${findings.find(({ rule }) => rule === mutant.expected)?.what ?? 'nothing found'}`,
  ]);
}
