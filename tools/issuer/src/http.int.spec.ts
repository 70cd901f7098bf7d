import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issuerApp } from './http';
import { LocalIssuer } from './issuer';

describe('the issuer as a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-issuer-'));
  let server: Server;
  beforeAll(async () => {
    const issuer = await LocalIssuer.open(join(folder, 'issuer.json'), false);
    server = createServer(issuerApp(issuer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const asked = (path: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  it.each(['localhost:4010', '127.0.0.1:4010', '[::1]:4010', 'issuer:4010', 'localhost'])(
    'answers whoever asks %s',
    async (host) => expect(await asked('/users', host)).toBe(200),
  );

  it.each(['evil.example:4010', 'evil.example', '127.0.0.1.evil.example', '10.0.0.1:4010'])(
    'gives nothing to a page whose site %s points here',
    async (host) => {
      for (const path of ['/users', '/token?user=lin']) expect(await asked(path, host)).toBe(403);
    },
  );
});
