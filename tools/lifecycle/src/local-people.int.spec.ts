import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPeople } from '../../demo/src/demo-people';
import { LocalIssuer, UnknownUser } from '../../issuer/src/issuer';
import { localPeople } from './local-people';

describe('the demo users of this machine', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fivepoint-people-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('are not known before a house was started here', async () => {
    const env = { FIVEPOINT_DATA: join(dataDir, 'never started') };
    await expect(localPeople('http://localhost:1/graphql', env)).rejects.toThrow(UnknownUser);
  });

  it('have nobody to ask where no house answers, and that is told at once', async () => {
    (await LocalIssuer.open(join(dataDir, 'issuer.json'), false)).put(...demoPeople);
    // A port that was free a moment ago.
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://localhost:${(server.address() as AddressInfo).port}/graphql`;
    server.close();
    await once(server, 'close');
    await expect(localPeople(url, { FIVEPOINT_DATA: dataDir })).rejects.toThrow(
      new RangeError(`no house answers at ${url}; start one with npm start, or name another with PORT or --url`),
    );
  });
});
