import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { graphClient, testToken } from '@fivepoint/testing';
import type { DemoUsers } from './explorer/demo-users';
import { type House, house, tenantId } from './spec/house';
import { smallHouse } from './spec/small-house';

const demo: DemoUsers = {
  users: async () => [{ name: 'lin', title: 'Key account manager', roles: ['REP'] }],
  token: async (name) => (name === 'lin' ? testToken({ tenantId, roles: ['REP'] }) : null),
};

describe('the gateway over HTTP', () => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;
  let base: string;
  let stopping = false;

  beforeAll(async () => {
    subgraphs = await smallHouse();
    here = await house(
      'local',
      Object.values(subgraphs),
      { corsOrigins: ['https://crm.example'] },
      { demo, stopping: () => stopping },
    );
    base = here.url.replace('/graphql', '');
  });

  afterAll(async () => {
    await here.stop();
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });

  it('says that it lives, that it can work, and what it measures', async () => {
    expect(await (await fetch(`${base}/healthz`)).text()).toBe('alive');
    expect(await (await fetch(`${base}/readyz`)).text()).toBe('ready');
    const measured = async () => (await fetch(`${base}/metrics`)).text();
    const counts = (metrics: string) =>
      [
        /^fivepoint_operation_seconds_count\{service="gateway",kind="query",outcome="ok"\} (\d+)$/m,
        /^fivepoint_subgraph_seconds_count\{service="gateway",subgraph="planning",outcome="ok"\} (\d+)$/m,
      ].map((count) => Number(count.exec(metrics)?.[1] ?? 0));
    const before = counts(await measured());
    await here.client.query('{ account(id: "1") { name } }');
    const metrics = await measured();
    expect(counts(metrics)).toEqual(before.map((count) => count + 1));
    const table = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');
    const names = [...metrics.matchAll(/^# HELP (\S+) /gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(table).toContain(`\n| \`${name}\` `);
  });

  it('is ready with subgraphs that do not answer', async () => {
    subgraphs.deal.mood = 'garbage';
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    subgraphs.deal.mood = 'well';
  });

  it('is not ready once its end has begun, and answers', async () => {
    stopping = true;
    const ready = await fetch(`${base}/readyz`);
    expect({ status: ready.status, text: await ready.text() }).toEqual({ status: 503, text: 'stopping' });
    expect(await here.client.query('{ __typename }')).toEqual({ __typename: 'Query' });
    stopping = false;
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });

  it('keeps browsers from guessing, framing and keeping what it answers, and does not name its software', async () => {
    const { headers } = await fetch(here.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  describe('pages of other origins', () => {
    const preflight = (origin: string) =>
      fetch(here.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

    it('may ask when their origin is listed', async () => {
      const { headers } = await preflight('https://crm.example');
      expect(headers.get('access-control-allow-origin')).toBe('https://crm.example');
      expect(headers.get('access-control-allow-headers')).toContain('authorization');
      expect(headers.get('vary')).toContain('origin');
    });

    it('may not when it is not, nor get a demo token whichever it is', async () => {
      expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
      const listed = await fetch(`${base}/demo/token?user=lin`, { headers: { origin: 'https://crm.example' } });
      expect(listed.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('the explorer', () => {
    const page = (accept = 'text/html,application/xhtml+xml,*/*;q=0.8') => fetch(here.url, { headers: { accept } });

    it('is what a browser gets at the address of the graph, and nothing that is not from here runs in it', async () => {
      const response = await page();
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
      const text = await response.text();
      expect(text).not.toMatch(/https?:\/\//);
      for (const [, path = ''] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
        expect((await fetch(base + path)).status).toBe(200);
      expect(await (await fetch(`${base}/explorer/welcome.graphql`)).text()).toContain('query');
    });

    it('is not what a program gets', async () => {
      expect((await page('*/*')).headers.get('content-type')).not.toContain('text/html');
      expect((await page('application/json')).headers.get('content-type')).not.toContain('text/html');
    });

    it('serves its own files only', async () => {
      for (const path of ['/explorer/demo-users.ts', '/explorer/..%2Fmain.ts', '/explorer/page.html'])
        expect((await fetch(base + path)).status).toBe(404);
    });

    it('hands out demo users and their tokens', async () => {
      expect(await (await fetch(`${base}/demo/users`)).json()).toEqual(await demo.users());
      const { token } = (await (await fetch(`${base}/demo/token?user=lin`)).json()) as { token: string };
      expect(await graphClient(here.url, token).query('{ account(id: "1") { name } }')).toBeTruthy();
      expect((await fetch(`${base}/demo/token?user=nobody`)).status).toBe(404);
      expect((await fetch(`${base}/demo/token`)).status).toBe(404);
    });

    /** fetch would not send another Host. */
    const statusFor = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        request(`${base}/demo/token?user=lin`, { headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });

    it('hands out nothing to a name that was made to point here, nor to requests from other sites', async () => {
      expect(await statusFor({ host: 'evil.example' })).toBe(403);
      expect(await statusFor({ host: 'localhost.evil.example:4000' })).toBe(403);
      expect(await statusFor({ host: 'localhost', 'sec-fetch-site': 'cross-site' })).toBe(403);
      for (const host of ['localhost', 'localhost:4000', '127.0.0.1:4000', '[::1]:4000'])
        expect(await statusFor({ host })).toBe(200);
    });
  });
});

describe('in production', () => {
  it('there is no explorer and there are no demo users', async () => {
    const subgraphs = await smallHouse();
    const production = { production: true, introspection: false, explorer: false };
    const here = await house('local', Object.values(subgraphs), production);
    const base = here.url.replace('/graphql', '');
    expect((await fetch(here.url, { headers: { accept: 'text/html' } })).headers.get('content-type')).not.toContain(
      'html',
    );
    for (const path of ['/demo/users', '/demo/token?user=lin', '/explorer/explorer.js'])
      expect((await fetch(base + path)).status).toBe(404);
    await here.stop();
    const withDemo = house('local', Object.values(subgraphs), production, { demo });
    await expect(withDemo).rejects.toThrow('never served where NODE_ENV is production');
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });
});
