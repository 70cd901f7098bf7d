import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@fivepoint/contracts';
import { bundle } from './bundle';
import { deployables } from './deployables';

const root = join(__dirname, '../../..');

/** Whoever deploys it reads this and no code: everything that is wrong, and nothing else. */
describe('a program with a wrong environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-build-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = async (name: string) => {
    const script = join(folder, `${name}.js`);
    await bundle(root, deployables[name]?.entry ?? '', script);
    const env = { NODE_PATH: join(root, 'node_modules'), PORT: 'none', LOG_LEVEL: 'loud', OIDC_AUDIENCE: 'fivepoint' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
    return { status, stdout, lines: stderr.trimEnd().split('\n') };
  };
  const everybodys = [
    '  - LOG_LEVEL Invalid option: expected one of "trace"|"debug"|"info"|"warn"|"error"|"fatal"|"silent"',
    '  - OIDC_ISSUER must be the issuer URL of the tokens',
    "  - OIDC_JWKS_URL must be the URL of the issuer's JWKS",
  ];

  test.each(serviceNames)('%s says all that is wrong with it, and ends', async (name) => {
    expect(await start(name)).toEqual({
      status: 1,
      stdout: '',
      lines: [
        `${name} cannot start; its environment is not right:`,
        ...everybodys,
        '  - PORT must be a port number',
        '  - DATABASE_URL must be a postgres:// URL',
        '  - RELAY_DATABASE_URL must be a postgres:// URL',
        '  - KAFKA_BROKERS must name at least one broker, host:port',
      ],
    });
  });

  test('so does the gateway', async () => {
    expect(await start('gateway')).toEqual({
      status: 1,
      stdout: '',
      lines: ['gateway cannot start; its environment is not right:', ...everybodys, '  - PORT must be a whole number'],
    });
  });
});
