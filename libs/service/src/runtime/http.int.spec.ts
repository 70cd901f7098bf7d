import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { type ServiceUnderTest, testIssuer, testToken } from '@fivepoint/testing';
import { notesUnderTest } from '../spec/notes';
import { closed, listen } from './listen';
import { makeLog } from '../telemetry/log';
import { httpFor } from './start-service';

describe('a service over HTTP, without a gateway', () => {
  let service: ServiceUnderTest;
  let server: Server;
  let base: string;
  let stopping = false;
  const logged: string[] = [];

  beforeAll(async () => {
    service = await notesUnderTest();
    const sink = new Writable({ write: (line: Buffer, _encoding, done) => done(void logged.push(line.toString())) });
    const http = httpFor(service.running, makeLog('deal', 'info', sink), [], () => stopping);
    server = await listen(http, '127.0.0.1', 0);
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await closed(server);
    await service.stop();
  });

  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const signedIn = async () => ({ authorization: `Bearer ${await testToken({ tenantId: service.tenantId })}` });

  it.each([
    ['no', async () => ({}), /^Sign in: this operation needs a bearer token\.$/],
    ['a broken', async () => ({ authorization: 'Bearer nonsense' }), /malformed/],
    [
      'an expired',
      async () => ({
        authorization: `Bearer ${await testToken({ tenantId: service.tenantId }, { expiresInSeconds: -60 })}`,
      }),
      /expired/,
    ],
  ])('answers 401 to %s token', async (_, headers, why) => {
    const answer = await post({ query: '{ notes { totalCount } }' }, await headers());
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.parse(answer.text)).toEqual({
      errors: [{ message: expect.stringMatching(why), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it.each([
    ['of a name that is not there', { operationName: 'B' }, 'Unknown operation named "B".'],
    ['of a long name', { operationName: 'B'.repeat(9_999) }, `Unknown operation named "${'B'.repeat(40)}…".`],
    ['without a name', {}, 'Must provide operation name if query contains multiple operations.'],
  ])('refuses an operation %s', async (_, named, message) => {
    for (const headers of [{}, await signedIn()]) {
      const answer = await post({ query: 'query A { __typename } query C { __typename }', ...named }, headers);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toEqual({
        errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
      });
    }
  });

  it('shows of a statement that failed nothing but the request id', async () => {
    const answer = await post({ query: '{ broken }' }, { ...(await signedIn()), 'x-request-id': 'from-the-gateway' });
    expect(JSON.parse(answer.text)).toMatchObject({
      data: { broken: null },
      errors: [{ path: ['broken'], extensions: { code: 'INTERNAL', requestId: 'from-the-gateway' } }],
    });
    expect(answer.text).not.toMatch(/no_such_table|select|stack|\.ts|127\.0\.0\.1|query/i);
  });

  it('takes no request id that does not belong in a log', async () => {
    const { headers } = await post({ query: '{ __typename }' }, { 'x-request-id': '"} {"level":60' });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('repeats nothing of a body that it cannot read, and says what it should be', async () => {
    for (const [body, status, message] of [
      ['{"query": hunter2', 400, 'must be a JSON object, such as'],
      ['null', 400, 'must be a JSON object, such as'],
      ['"hunter2"', 400, 'must be a JSON object, such as'],
      [JSON.stringify({ query: 'hunter2'.repeat(200_000) }), 413, 'bytes; at most'],
    ] as const) {
      const answer = await post(body);
      expect(answer.text).toContain(message);
      expect(answer).toMatchObject({ status, text: expect.stringContaining('BAD_USER_INPUT') });
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(answer.text).not.toContain('hunter2');
    }
  });

  it.each(['/healthz', '/readyz', '/metrics', '/nowhere<script>'])(
    'tells at %s nothing of data, people or places',
    async (path) => {
      await post({ query: 'query Secret { notes { totalCount } }' }, await signedIn());
      const response = await fetch(base + path);
      const text = await response.text();
      expect(response.status).toBe(path.startsWith('/nowhere') ? 404 : 200);
      expect(response.headers.get('x-powered-by')).toBeNull();
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      for (const leak of [service.tenantId, 'Secret', 'script', 'postgres', testIssuer().issuer, __dirname])
        expect(text).not.toContain(leak);
    },
  );

  it('is not ready once its end has begun, and answers', async () => {
    stopping = true;
    const ready = await fetch(`${base}/readyz`);
    expect({ status: ready.status, text: await ready.text() }).toEqual({ status: 503, text: 'stopping' });
    expect((await post({ query: '{ __typename }' })).status).toBe(200);
    stopping = false;
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });

  it('tells of what it cannot measure in the log only', async () => {
    jest.spyOn(service.running.metrics, 'scrape').mockRejectedValueOnce(new Error('connect ECONNREFUSED db.internal'));
    const metrics = await fetch(`${base}/metrics`);
    expect(metrics.status).toBe(500);
    expect(await metrics.text()).not.toContain('db.internal');
    expect(logged.join()).toContain('db.internal');
  });
});
