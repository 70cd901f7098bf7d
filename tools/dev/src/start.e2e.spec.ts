import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPeople } from '../../demo/src/demo-people';
import { LocalIssuer } from '../../issuer/src/issuer';
import { discardCluster, runningCluster } from '../../postgres/src/index';
import { issuerFile, postgresFolder, repositoryRoot } from '../../local/src/settings';

describe('npm start, when it breaks in the middle', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fivepoint-start-'));
  afterAll(async () => {
    await discardCluster(postgresFolder(dataDir));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ended = () =>
    new Promise<{ code: number | null; told: string }>((done) => {
      const env = { ...process.env, FIVEPOINT_DATA: dataDir, PORT: '0', NODE_ENV: 'development' };
      const child = spawn(process.execPath, ['tools/setup/run.cjs', 'tools/dev/src/start.ts'], {
        cwd: repositoryRoot,
        env,
      });
      let told = '';
      for (const output of [child.stdout, child.stderr])
        output.setEncoding('utf8').on('data', (text: string) => (told += text));
      child.once('close', (code) => done({ code, told }));
    });

  it('leaves nothing running', async () => {
    // An administrator who may not register anybody: the demo tenant cannot be loaded.
    const issuer = await LocalIssuer.open(issuerFile(dataDir), false);
    issuer.put(...demoPeople.filter(({ name }) => name === 'admin').map((admin) => ({ ...admin, roles: ['REP'] })));
    const { code, told } = await ended();
    expect(code).toBe(1);
    expect(told).toContain('gateway');
    expect(told).toContain('FORBIDDEN');
    expect(await runningCluster(postgresFolder(dataDir))).toBeNull();
  }, 120_000);
});
