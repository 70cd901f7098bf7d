import { kafkaSuite } from '../../kafka/src/index';
import { buildDeployables, buildPreload } from './build';
import { replicas } from './prey';
import { firstPort, holdsInShort, logLevel } from './short-form';
import { shortPauses } from './short-pauses';
import { startWorld, type World } from './world';

/** The short form of `npm run chaos -- --mode kafka`; a file of its own, so that it runs beside the other one. */
const { title, skipped } = kafkaSuite('two replicas of each service on Apache Kafka', process.env);
(skipped ? describe.skip : describe)(title, () => {
  let [world, preload]: [World, string] = [null as never, ''];
  beforeAll(async () => {
    preload = await buildPreload('replicas');
    world = await startWorld({ port: firstPort('kafka'), kafka: true, env: process.env });
  }, 900_000);
  afterAll(() => world.stop(), 60_000);

  it('lose nothing and do nothing twice, whatever happens to them', async () => {
    const scripts = await buildDeployables('short', shortPauses);
    await holdsInShort(await replicas({ world, name: 'replicas', preload, logLevel }, scripts));
  }, 900_000);
});
