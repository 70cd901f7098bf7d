import { makeLog, onTermination, stopAll, stopOne, type Stoppable } from '@fivepoint/service';
import { localSettings } from '../../local/src/settings';
import { runCommand } from '../../command-line/src/command-line';
import { buildDeployables, buildOneProcess, buildPreload } from './build';
import { planOf } from './faults/plan';
import { hunt, type Hunted, unhurried } from './hunt';
import { huntMutants, mutantLines } from './mutants/hunt-mutants';
import { mutants } from './mutants/mutants';
import { type ChaosOptions, chaosOptions } from './options';
import { oneProcess, type Prey, type PreyOptions, replicas } from './prey';
import { Random } from './random';
import { isWell, tableOf } from './table';
import { startWorld } from './world';

/** `npm run chaos [-- --accounts 300 --mode embedded|kafka|both --rounds 4 --seed 7 --mutants]`: the chaos ledger. */
async function main(): Promise<void> {
  const options = chaosOptions(process.argv.slice(2));
  const { port, logLevel } = localSettings(process.env);
  const parts: Stoppable[] = [];
  onTermination(makeLog('chaos', logLevel), () => stopAll(parts));
  const preload = await buildPreload('ledger');
  const world = await startWorld({ port, kafka: options.modes.includes('kafka'), env: process.env, parts });
  let well = true;
  try {
    for (const mode of options.mutants ? [] : options.modes) {
      const hunted = await huntMode(mode, { world, name: `${mode}_house`, preload, logLevel }, options, parts);
      for (const line of tableOf(hunted)) console.log(line);
      well &&= isWell(hunted);
    }
    if (options.mutants) {
      const asked = mutants.filter(({ mode }) => options.modes.includes(mode));
      const hunts = await huntMutants(asked, {
        world,
        preload,
        logLevel,
        seed: options.seed,
        atOnce: 2,
        say: console.log,
        parts,
      });
      for (const line of mutantLines(hunts)) console.log(line);
      well = hunts.every(({ caught }) => caught);
    }
  } finally {
    await stopAll(parts);
  }
  process.exitCode = well ? 0 : 1;
}

async function huntMode(
  mode: Prey['mode'],
  place: PreyOptions,
  { accounts, rounds, seed }: ChaosOptions,
  parts: Stoppable[],
): Promise<Hunted> {
  const prey =
    mode === 'kafka'
      ? await replicas(place, await buildDeployables('whole'))
      : await oneProcess(place, await buildOneProcess('house'), mode);
  parts.push(prey);
  const plan = planOf(mode, rounds, new Random(seed));
  const hunted = await hunt(prey, { plan, accounts, concurrency: 8, seed, ...unhurried, say: console.log });
  await stopOne(parts, prey);
  return hunted;
}

runCommand(main);
