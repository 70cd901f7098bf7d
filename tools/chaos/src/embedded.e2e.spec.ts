import { buildOneProcess, buildPreload } from './build';
import { huntMutants, mutantLines } from './mutants/hunt-mutants';
import { mutants } from './mutants/mutants';
import { oneProcess } from './prey';
import { firstPort, holdsInShort, logLevel, seed } from './short-form';
import { shortPauses } from './short-pauses';
import { startWorld, type World } from './world';

/** The short form of `npm run chaos -- --mode embedded`, and its mutants. */
describe('the embedded house', () => {
  let [world, preload]: [World, string] = [null as never, ''];
  beforeAll(async () => {
    preload = await buildPreload('embedded');
    world = await startWorld({ port: firstPort('embedded'), kafka: false, env: process.env });
  });
  afterAll(() => world.stop(), 60_000);

  it('loses nothing and does nothing twice, whatever happens to it', async () => {
    const script = await buildOneProcess('short-house', shortPauses);
    await holdsInShort(await oneProcess({ world, name: 'embedded', preload, logLevel }, script, 'embedded'));
  }, 900_000);

  it('is called wrong with each rule broken on purpose, for the rule that is', async () => {
    const asked = mutants.filter(({ mode }) => mode === 'embedded');
    const say = () => undefined;
    const hunts = await huntMutants(asked, { world, preload, logLevel, seed, atOnce: 4, say, parts: [] });
    expect(hunts).toHaveLength(asked.length);
    if (!hunts.every(({ caught }) => caught)) throw new Error(mutantLines(hunts).join('\n'));
  }, 900_000);
});
