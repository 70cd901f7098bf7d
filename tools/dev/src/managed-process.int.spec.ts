import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, otherProcess } from '@fivepoint/testing';

/** A service as far as its manager knows one: it answers, and it ends in order. */
const service = `
require('node:http').createServer((_, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => { console.log('ended in order'); process.exit(0); });`;

describe('a process of the distributed house', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-managed-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends in order when what started it is killed', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const [script, logFile] = [join(folder, 'service.cjs'), join(folder, 'service.log')];
    writeFileSync(script, service);
    const readyUrl = `http://127.0.0.1:${port}/`;
    const plan = { name: 'service', script, env: { PORT: String(port) }, readyUrl, logFile };
    const manager = await otherProcess(`
      const { ManagedProcess } = require(${JSON.stringify(join(__dirname, 'managed-process.ts'))});
      const child = new ManagedProcess(${JSON.stringify(plan)}, () => undefined);
      child.start().then(() => console.log('ready'));`);
    await fetch(readyUrl);
    await manager.end('SIGKILL');
    await eventually(() => expect(readFileSync(logFile, 'utf8')).toBe('ended in order\n'));
    await expect(fetch(readyUrl)).rejects.toThrow('fetch failed');
  });
});
