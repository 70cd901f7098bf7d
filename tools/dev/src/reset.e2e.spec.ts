import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster, throwAwaySettings } from '../../postgres/src/index';
import { issuerFile, postgresFolder, repositoryRoot } from '../../local/src/settings';

describe('npm run reset', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fivepoint-reset-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const reset = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/setup/run.cjs', 'tools/dev/src/reset.ts'], {
      cwd: repositoryRoot,
      env: { ...process.env, FIVEPOINT_DATA: dataDir },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, told: stdout + stderr };
  };
  const clusterOf = (folder: string) => startCluster({ dataDir: postgresFolder(folder), settings: throwAwaySettings });

  it('clears nothing while a service alone runs, then everything that a house has made, and nothing else', async () => {
    await (await clusterOf(dataDir)).stop();
    writeFileSync(issuerFile(dataDir), '{}');
    writeFileSync(join(dataDir, 'notes.txt'), 'somebody wrote this');
    mkdirSync(join(dataDir, 'only-deal'));
    const alone = await clusterOf(join(dataDir, 'only-deal'));
    expect(reset()).toEqual({ status: 1, told: expect.stringContaining(`${dataDir} is in use`) as string });
    const made = [postgresFolder(dataDir), issuerFile(dataDir), join(dataDir, 'only-deal')];
    expect(made.filter((path) => !existsSync(path))).toEqual([]);
    await alone.stop();
    expect(reset()).toEqual({ status: 0, told: `cleared ${dataDir}\n` });
    expect(made.filter((path) => existsSync(path))).toEqual([]);
    expect(existsSync(join(dataDir, 'notes.txt'))).toBe(true);
  });
});
