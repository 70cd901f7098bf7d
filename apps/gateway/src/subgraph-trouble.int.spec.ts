import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type House, house } from './spec/house';
import { smallHouse } from './spec/small-house';
import { secret, type ThrowAwaySubgraph } from './spec/throw-away-subgraph';

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** In place of everything HTTP would say. */
  raw?: string | Buffer;
  body?: string | Buffer;
  /** Sends this much again and again, this often a second, and never ends. */
  endless?: { chunk: Buffer; everyMs: number };
}

const deals = { nodes: [{ title: 'Deal' }] };
const both = (deal: unknown, entities: unknown, more: object = {}) =>
  JSON.stringify({ data: { deal, _entities: entities }, ...more });
const stack = `TypeError: ${secret}\n    at Object.<anonymous> (/app/node_modules/pg/lib/client.js:1:1) postgres://app:${secret}@db.internal`;

const unavailable = /^The deal service is not available: .*\. Its fields are missing from this answer\.$/;
const bug = /^Something went wrong on our side; the request id finds it in the logs\.$/;

const either = new RegExp(`${unavailable.source}|${bug.source}`);

/** Everything that can stand where a service should, over HTTP. */
const troubles: readonly (readonly [name: string, answer: Answer, message: RegExp])[] = [
  ['a page', { body: `<html>${secret}</html>`, headers: { 'content-type': 'text/html' } }, unavailable],
  ['a page of a proxy', { status: 502, body: `<html>${secret}.internal</html>` }, unavailable],
  ['nothing', { status: 204 }, unavailable],
  ['half an answer', { body: `{"data":{"deal":{"title":"${secret}` }, unavailable],
  [
    'an answer that breaks off',
    { raw: `HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n{"data":{"deal":"${secret}"` },
    unavailable,
  ],
  ['something that is not HTTP', { raw: `220 ${secret} ESMTP\r\n` }, unavailable],
  ['a redirect', { status: 302, headers: { location: `http://127.0.0.1:9/${secret}` } }, unavailable],
  ['a redirect with a page', { status: 307, headers: { location: 'http://127.0.0.1:9/' }, body: secret }, unavailable],
  [
    'a compressed answer that nobody asked for',
    { body: gzipSync(both({ title: secret }, [])), headers: { 'content-encoding': 'gzip' } },
    unavailable,
  ],
  ['bytes that are no text', { body: Buffer.from([0xff, 0xfe, 0x00]) }, unavailable],
  ['data that is null, without a reason', { body: '{"data":null}' }, unavailable],
  ['data that is a list', { body: `{"data":["${secret}"]}` }, unavailable],
  ['a list', { body: `[${both({ title: secret }, [])}]` }, unavailable],
  ['an answer nested without end', { body: `{"data":${'['.repeat(40_000)}${']'.repeat(40_000)}}` }, unavailable],
  ['too much', { body: Buffer.alloc(200_000, 'a') }, unavailable],
  ['without end, fast', { endless: { chunk: Buffer.alloc(60_000, 'a'), everyMs: 1 } }, unavailable],
  ['without end, slowly', { endless: { chunk: Buffer.from(' '), everyMs: 20 } }, unavailable],
  ['headers without end', { raw: `HTTP/1.1 200 OK\r\n${`x-more: ${'a'.repeat(1_000)}\r\n`.repeat(100)}` }, unavailable],
  [
    'a stack',
    {
      status: 500,
      body: JSON.stringify({
        errors: [{ message: stack, extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [stack] } }],
      }),
    },
    bug,
  ],
  [
    'a database error',
    {
      body: both(null, null, {
        errors: [{ message: `relation "${secret}" does not exist`, sql: secret, extensions: { code: '42P01' } }],
      }),
    },
    bug,
  ],
  [
    'errors of a form of their own',
    {
      body: both(null, null, {
        errors: [secret, null, 7, { message: { secret } }, { path: [{ secret }, ['x']], extensions: secret }],
      }),
    },
    bug,
  ],
  [
    'fields of other types',
    { body: both({ title: { secret } }, [{ __typename: 'Account', deals: { nodes: [{ title: [secret] }] } }]) },
    either,
  ],
  ['too few entities', { body: both({ title: 7 }, []) }, either],
  [
    'too many entities',
    {
      body: both(null, [
        { __typename: 'Account', deals },
        { __typename: 'Account', deals: secret },
      ]),
    },
    unavailable,
  ],
  ['entities that are no list', { body: both(null, { 0: { deals } }) }, either],
  ['entities that are texts', { body: both(null, [secret]) }, either],
  ['no entities', { body: JSON.stringify({ data: { deal: null } }) }, either],
];

describe('a service that answers', () => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;
  let impostor: Server;
  let answer: Answer;
  const endless = new Set<NodeJS.Timeout>();

  beforeAll(async () => {
    subgraphs = await smallHouse();
    impostor = createServer((request, response) => {
      request.resume();
      if (answer.raw !== undefined) return void (request.socket as Socket).end(answer.raw);
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
      if (!answer.endless) return void response.end(answer.body ?? '');
      const { chunk, everyMs } = answer.endless;
      const sending = setInterval(() => response.write(chunk), everyMs);
      endless.add(sending);
      response.on('close', () => {
        clearInterval(sending);
        endless.delete(sending);
      });
    });
    await new Promise<void>((done) => impostor.listen(0, '127.0.0.1', done));
    const all: ThrowAwaySubgraph[] = Object.values(subgraphs);
    here = await house('http', all, {
      subgraph: { timeoutMs: 1_500, answerBytes: 100_000, connections: 4 },
      subgraphs: {
        ...Object.fromEntries(all.map(({ name, address }) => [name, address])),
        deal: `http://127.0.0.1:${(impostor.address() as AddressInfo).port}/graphql?key=${secret}`,
      },
    });
  });
  afterAll(async () => {
    await here.stop();
    await new Promise<void>((done) => {
      impostor.close(() => done());
      impostor.closeAllConnections();
    });
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });

  it.each(troubles)('%s costs its own fields only, and tells nothing of itself', async (...[, given, message]) => {
    answer = given;
    const told = await here.client.raw(
      '{ account(id: "7") { name deals { nodes { title } } openInstalments { name } } deal(id: "1") { title } }',
    );
    const { account, deal } = told.data as { account: { deals: unknown }; deal: { title: unknown } | null };
    expect(account).toMatchObject({ name: 'Account 7', openInstalments: [{ name: '首付' }] });
    expect([account.deals, deal?.title ?? null]).not.toContain(secret);
    expect(told.errors?.length).toBeGreaterThan(0);
    for (const error of told.errors ?? []) {
      expect(error.message).toMatch(message);
      expect(Object.keys(error.extensions ?? {}).sort()).toEqual(
        bug.test(error.message) ? ['code', 'requestId'] : ['code'],
      );
    }
    const text = JSON.stringify(told);
    for (const leak of [secret, 'internal"', '127.0.0.1', 'stacktrace', 'node_modules', 'ECONN', 'HPE_'])
      expect(text).not.toContain(leak);
  });

  // The executor itself gives the operation up. No GraphQL server answers so; what counts is that nothing is told.
  it('texts in the place of things costs the whole answer, and tells nothing of itself', async () => {
    answer = { body: both(secret, [{ __typename: 'Account', deals: secret }]) };
    const told = await here.client.raw(
      '{ account(id: "7") { name deals { nodes { title } } } deal(id: "1") { title } }',
    );
    expect(told).toEqual({
      errors: [
        { message: expect.stringMatching(bug), extensions: { code: 'INTERNAL', requestId: expect.any(String) } },
      ],
    });
  });

  it('without end is hung up on, so that nothing of it stays', () => expect(endless.size).toBe(0));

  it('what no prototype must be given gives it to none', async () => {
    answer = { body: '{"data":{"__proto__":{"polluted":1},"deal":{"title":"Deal","__proto__":{"polluted":1}}}}' };
    expect(await here.client.query('{ deal(id: "1") { title } }')).toEqual({ deal: { title: 'Deal' } });
    expect('polluted' in {}).toBe(false);
  });

  it('as it should, with a status and a type that are odd, is believed', async () => {
    answer = { status: 500, headers: { 'content-type': 'text/plain' }, body: '{"data":{"deal":{"title":"Deal"}}}' };
    expect(await here.client.query('{ deal(id: "1") { title } }')).toEqual({ deal: { title: 'Deal' } });
  });
});
