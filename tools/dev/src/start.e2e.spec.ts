import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { demoPeople } from '../../demo/src/demo-people';
import { LocalIssuer } from '../../issuer/src/issuer';
import { issuerFile, postgresFolder, repositoryRoot } from '../../local/src/settings';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { connected, runningCluster, startCluster, throwAwaySettings } from '../../postgres/src/index';
import { readyDatabases } from '../../local/src/databases';
import { serviceNamed } from '../../local/src/services';
import { startHouse } from './house';
import { silent } from './progress';
import { startAlone } from './start-alone';

describe('npm start, when it breaks in the middle', () => {
  const folder = throwAwayFolder('start');
  const { dataDir } = folder;
  afterAll(() => folder.remove());

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
  });
});

describe('a start on tables that the entities do not fit', () => {
  const deal = serviceNamed('deal');
  const options = { port: 0, logLevel: 'silent', step: silent, say: () => undefined };

  it.each([
    ['the house', '', (dataDir: string) => startHouse({ ...options, dataDir })],
    ['a service alone', 'only-deal', (dataDir: string) => startAlone('deal', { ...options, dataDir })],
  ])('ends with what is missing: %s', async (_, part, start) => {
    const { dataDir, remove } = throwAwayFolder('start');
    const postgres = postgresFolder(join(dataDir, part));
    try {
      const cluster = await startCluster({ dataDir: postgres, settings: throwAwaySettings });
      const url = (await readyDatabases(cluster, [deal])).get('deal')?.ownerUrl ?? '';
      await connected(url, (client) => client.query('alter table deal rename column rival to winner'));
      await cluster.stop();
      await expect(start(dataDir)).rejects.toThrow(/migration .*\n {2}deal: Deal\.rival: deal has no column rival$/);
      expect(await runningCluster(postgres)).toBeNull();
    } finally {
      await remove();
    }
  });
});
