import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connected, foldersOf } from '../../../../tools/postgres/src/index';
import { eventually } from '../eventually';
import { otherProcess, type OtherProcess } from '../other-process';
import { clusterVariable } from './test-cluster';

describe('the cluster of a jest run', () => {
  let temporary: string;
  const runs: OtherProcess[] = [];

  beforeEach(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'runs-'));
    await chmod(temporary, 0o755);
  });
  afterEach(async () => {
    for (const { end } of runs.splice(0)) await end('SIGTERM');
    await eventually(async () => expect(await clustersLeft()).toEqual([]));
    await rm(temporary, { recursive: true, force: true });
  });

  /** A process that does what jest does before the first spec, and then `afterwards`. */
  async function run(afterwards = 'setInterval(() => undefined, 1000)'): Promise<OtherProcess> {
    const code = `
      const { startTestCluster, startThrowAwayCluster, stopTestCluster } = require(${JSON.stringify(join(__dirname, 'test-cluster.ts'))});
      startTestCluster().then(async () => { console.log(process.env.${clusterVariable}); ${afterwards} });`;
    const started = await otherProcess(code, { env: { TMPDIR: temporary, [clusterVariable]: undefined } });
    runs.push(started);
    return started;
  }

  it.each([
    ['the teardown', 'await stopTestCluster();', 0],
    ['an exit on the way', 'process.exit(3);', 3],
  ])('goes with %s', async (_name, afterwards, exitCode) => {
    const { child, firstLine } = await run(afterwards);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(exitCode);
    await expectGone(firstLine);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('goes with a run that is ended by %s', async (signal) => {
    const { firstLine, end } = await run();
    await ask(firstLine);
    expect(await end(signal)).toEqual({ code: null, signal });
    await expectGone(firstLine);
  });

  it('of a killed run is removed by the next run, and those of living runs are left alone', async () => {
    const killed = await run();
    const living = await run();
    await killed.end();
    await ask(killed.firstLine);
    // The dead run's server needs a moment to notice.
    await eventually(async () => {
      await run('await stopTestCluster();');
      await expect(ask(killed.firstLine)).rejects.toThrow('ECONNREFUSED');
    });
    await ask(living.firstLine);
  });

  it('goes with all clusters of the run, also where PostgreSQL could not use the temporary folder', async () => {
    await chmod(temporary, 0o700);
    const { firstLine, end } = await run(
      'await startThrowAwayCluster(); console.log("forgotten"); setInterval(() => 0, 1000);',
    );
    const folders = await eventually(async () => {
      const found = (await clustersLeft()).flatMap((name) => foldersOf(join(temporary, name)));
      const clusters = found.filter((folder) => existsSync(join(folder, 'pgdata', 'postmaster.pid')));
      expect(clusters).toHaveLength(2);
      return clusters;
    });
    await end('SIGTERM');
    await expectGone(firstLine);
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  async function expectGone(url: string): Promise<void> {
    await eventually(() => expect(ask(url)).rejects.toThrow('ECONNREFUSED'));
    await eventually(async () => expect(await clustersLeft()).toEqual([]));
  }

  async function clustersLeft(): Promise<string[]> {
    return (await readdir(temporary)).filter((name) => name.startsWith('fivepoint-'));
  }
});

const ask = (url: string) => connected(url, (client) => client.query('select 1'));
