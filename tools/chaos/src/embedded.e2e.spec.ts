import { kafkaSuite } from '../../kafka/src/index';
import { buildDeployables, buildOneProcess, buildPreload } from './build';
import { planOf } from './faults/plan';
import { hunt, type Hunted, unhurried } from './hunt';
import { huntMutants, mutantLines } from './mutants/hunt-mutants';
import { mutants } from './mutants/mutants';
import { oneProcess, type Prey, replicas } from './prey';
import { Random } from './random';
import { isWell, tableOf } from './table';
import { startWorld, type World } from './world';

/** The short form of `npm run chaos`: every point and every fault once, in both modes, and the mutants of the embedded house. */
const [seed, logLevel, say] = [7, 'error', () => undefined] as const;
const firstPort = () => 20_000 + Math.floor(Math.random() * 20_000);

async function shortHunt(prey: Prey): Promise<Hunted> {
  const plan = planOf(prey.mode, 1, new Random(seed));
  return hunt(prey, { plan, accounts: 6, concurrency: 6, seed, ...unhurried, say });
}

function caughtBy(mode: Prey['mode'], world: () => World, preload: () => string): void {
  it('calls each mutant wrong, for the rule that it breaks', async () => {
    const asked = mutants.filter((mutant) => mutant.mode === mode);
    const place = { world: world(), preload: preload(), logLevel };
    const hunts = await huntMutants(asked, { ...place, seed, atOnce: 4, say, parts: [] });
    expect(hunts).toHaveLength(asked.length);
    if (!hunts.every(({ caught }) => caught)) throw new Error(mutantLines(hunts).join('\n'));
  }, 900_000);
}

function held(hunted: Hunted): void {
  if (!isWell(hunted)) throw new Error(tableOf(hunted).join('\n'));
}

describe('the embedded house', () => {
  let [world, preload]: [World, string] = [null as never, ''];
  beforeAll(async () => {
    preload = await buildPreload();
    world = await startWorld({ port: firstPort(), kafka: false, env: process.env });
  });
  afterAll(() => world.stop(), 60_000);

  it('loses nothing and does nothing twice, whatever happens to it', async () => {
    const prey = await oneProcess(
      { world, name: 'embedded', preload, logLevel },
      await buildOneProcess('house'),
      'embedded',
    );
    try {
      held(await shortHunt(prey));
    } finally {
      await prey.stop();
    }
  }, 900_000);

  caughtBy(
    'embedded',
    () => world,
    () => preload,
  );
});

const { title, skipped } = kafkaSuite('two replicas of each service on Apache Kafka', process.env);
(skipped ? describe.skip : describe)(title, () => {
  let [world, preload]: [World, string] = [null as never, ''];
  beforeAll(async () => {
    preload = await buildPreload();
    world = await startWorld({ port: firstPort(), kafka: true, env: process.env });
  }, 900_000);
  afterAll(() => world.stop(), 60_000);

  it('lose nothing and do nothing twice, whatever happens to them', async () => {
    const prey = await replicas({ world, name: 'replicas', preload, logLevel }, await buildDeployables());
    try {
      held(await shortHunt(prey));
    } finally {
      await prey.stop();
    }
  }, 900_000);
});
