import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from '@fivepoint/testing';
import { buildDeployable } from './build-deployable';

const root = join(__dirname, '../../..');

/** The gateway reads files that no bundler sees: its supergraph, its explorer, and what the explorer takes from packages. */
describe('the built gateway', () => {
  let folder: string;
  let url: string;
  const started: ChildProcess[] = [];

  /** A gateway at work, and where. */
  const start = async (delayMs = 0) => {
    const port = await freePort();
    const gateway = spawn(process.execPath, ['main.js'], {
      cwd: folder,
      stdio: 'inherit',
      env: {
        PORT: String(port),
        LOG_LEVEL: 'error',
        SHUTDOWN_DELAY_MS: String(delayMs),
        OIDC_ISSUER: 'http://localhost/issuer',
        OIDC_AUDIENCE: 'fivepoint',
        OIDC_JWKS_URL: 'http://localhost/keys',
        SUBGRAPHS: ['planning', 'acquisition', 'deal', 'receivables', 'customer-success']
          .map((name) => `${name}=http://127.0.0.1:9/graphql`)
          .join(),
      },
    });
    started.push(gateway);
    const at = `http://127.0.0.1:${port}`;
    await eventually(async () => expect((await fetch(`${at}/readyz`)).status).toBe(200), { timeoutMs: 30_000 });
    return { gateway, at };
  };

  beforeAll(async () => {
    folder = join(root, await buildDeployable(root, 'gateway'));
    url = (await start()).at;
  });

  afterAll(() => started.forEach((gateway) => gateway.kill('SIGKILL')));

  const answersGraph = async (at: string) => {
    const query = encodeURIComponent('{ __typename }');
    const answer = await fetch(`${at}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  };

  test('serves the graph of its own folder', () => answersGraph(url));

  test('measures its process', async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds'])
      expect(metrics).toMatch(new RegExp(`^${name}{service="gateway"} \\d`, 'm'));
  });

  test('serves the explorer with everything that its page loads', async () => {
    const page = await (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).text();
    const loaded = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(loaded.length).toBeGreaterThan(4);
    for (const path of loaded) expect(`${path} ${(await fetch(url + path)).status}`).toBe(`${path} 200`);
  });

  test('has the packages with it whose files it serves', () => {
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['graphiql', 'react', 'react-dom']));
  });

  test('says that it stops, answers meanwhile, and ends well', async () => {
    const { gateway, at } = await start(5_000);
    const ended = new Promise((done) => gateway.once('exit', done));
    gateway.kill('SIGTERM');
    await eventually(async () => {
      const ready = await fetch(`${at}/readyz`);
      expect({ status: ready.status, text: await ready.text() }).toEqual({ status: 503, text: 'stopping' });
    });
    await answersGraph(at);
    expect(await ended).toBe(0);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
