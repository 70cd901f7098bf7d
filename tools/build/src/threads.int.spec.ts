import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle';
import { deployables } from './deployables';

const root = join(__dirname, '../../..');

/** No bundler sees which file a thread begins with: a build that forgets it fails at the first rehearsal, and not before. */
describe('a bundled planning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-build-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('rehearses on the thread that is built beside it', async () => {
    const probe = join(folder, 'probe.ts');
    writeFileSync(
      probe,
      `import { inWorker } from '${root}/apps/planning/src/rehearsal/in-worker';
       const line = { key: 'a', amount: 100, probability: 10000, period: 0, slip: [10000], group: null, terms: [{ basisPoints: 10000, lag: 0 }] };
       const terms = { periodCount: 1, target: 100, trials: 3000, seed: 1, correlations: new Map() };
       const told: number[] = [];
       void inWorker([{ lines: [line], terms }], { progress: (done) => told.push(done) }).then(([rehearsed]) =>
         process.stdout.write(JSON.stringify({ hits: rehearsed?.figures.hits, told })));`,
    );
    const main = join(folder, 'main.js');
    await bundle(root, probe, main);
    const { threads = {} } = deployables['planning'] ?? {};
    for (const [entry, file] of Object.entries(threads)) await bundle(root, entry, join(folder, file));
    const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
    const answer: unknown = JSON.parse(execFileSync(process.execPath, [main], { env, encoding: 'utf8' }));
    expect(answer).toEqual({ hits: 3000, told: [1024, 2048, 3000] });
  });
});
