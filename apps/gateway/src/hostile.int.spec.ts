import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { keptSpans, testToken } from '@fivepoint/testing';
import { type House, house, tenantId } from './spec/house';
import { smallHouse } from './spec/small-house';
import { secret } from './spec/throw-away-subgraph';

const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');
const nested = (levels: number, open: string, middle: string, close: string) =>
  open.repeat(levels) + middle + close.repeat(levels);
const ask = (query: string, more: object = {}) => JSON.stringify({ query, ...more });

/**
 * How much work a request may cause, in milliseconds of the processor's time: a busy machine does not change it. What is refused here takes
 * some hundredths of a second, and from ten seconds to several minutes where its guard is missing.
 */
const mostWork = 4_000;

/** What one request, as big as a request may be, could be made of to keep the gateway busy or to make it tell something. */
describe('a hostile request', () => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;
  let authorization: string;
  const spans = keptSpans();

  beforeAll(async () => {
    subgraphs = await smallHouse();
    here = await house('local', Object.values(subgraphs));
    authorization = `Bearer ${await testToken({ tenantId })}`;
  });
  afterAll(async () => {
    await here.stop();
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });

  const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const before = process.cpuUsage();
    const response = await fetch(here.url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    const text = await response.text();
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(mostWork);
    return { status: response.status, text };
  };

  const hostile: [
    name: string,
    body: () => string | Buffer,
    status: number,
    code: string | null,
    headers?: Record<string, string>,
  ][] = [
    [
      'a text that looks like an error message, over and over',
      () => ask(`{ "${'cannot represent '.repeat(60_000)}" }`),
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'a string that was never closed',
      () => ask(`{ "${'" at '.repeat(1)}${'a'.repeat(1_000_000)}`),
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'a list of values that all are wrong',
      () => ask('query ($of: [Int!]!) { sum(of: $of) }', { variables: { of: Array(200_000).fill('x') } }),
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a list of a value too many',
      () => ask('query ($of: [Int!]!) { sum(of: $of) }', { variables: { of: Array(1_001).fill(1) } }),
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a variable nested without end',
      () => `{"query":"query ($of: [Int!]!) { sum(of: $of) }","variables":{"of":${nested(400_000, '[', '1', ']')}}}`,
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a variable that nobody asked for, nested without end',
      () => `{"query":"{ whoami }","variables":{"a":${nested(400_000, '[', '1', ']')}}}`,
      200,
      null,
    ],
    [
      'extensions nested without end',
      () => `{"query":"{ whoami }","extensions":{"a":${nested(100_000, '{"a":', '1', '}')}}}`,
      200,
      null,
    ],
    ['a body nested without end', () => nested(500_000, '[', '', ']'), 400, 'BAD_USER_INPUT'],
    [
      'a literal nested without end',
      () => ask(`{ sum(of: ${nested(950, '[', '1', ']')}) }`),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a list type nested without end',
      () => ask(`query ($a: ${nested(900, '[', 'Int', ']')}) { sum(of: $a) }`, { variables: { a: 1 } }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the same field two thousand times',
      () => ask(`{ accounts { nodes { ${times(1_900, () => 'name')} } } }`),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the same fields within the same field',
      () => ask(`{ accounts { ${times(300, () => 'nodes { id name }')} } }`),
      200,
      null,
    ],
    [
      'two thousand fields that are none',
      () => ask(`{ accounts { nodes { ${times(1_900, (n) => `${'nam'.repeat(100)}${n}`)} } } }`),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a name of a megabyte', () => ask(`{ ${'n'.repeat(1_000_000)} }`), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an operation name of a megabyte',
      () => ask('query A { whoami }', { operationName: 'B'.repeat(1_000_000) }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a directive over and over',
      () => ask(`{ whoami ${times(280, () => '@include(if: true)')} }`),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'ten thousand directives',
      () => ask(`{ whoami ${'@include(if: true) '.repeat(10_000)} }`),
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a number of a hundred thousand digits',
      () => ask(`{ accounts(first: ${'9'.repeat(100_000)}) { nodes { id } } }`),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the same as a variable',
      () =>
        `{"query":"query ($n: Int!) { accounts(first: $n) { nodes { id } } }","variables":{"n":${'9'.repeat(900_000)}}}`,
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a field of its prototype',
      () =>
        '{"query":"query ($of: [Int!]!) { sum(of: $of) }","variables":{"of":{"__proto__":[1]},"__proto__":{"of":[1]}}}',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a prototype for everything',
      () => '{"query":"{ whoami }","__proto__":{"polluted":1},"extensions":{"__proto__":{"polluted":1}}}',
      200,
      null,
    ],
    [
      'the schema twenty times',
      () =>
        ask(
          `{ ${times(20, (n) => `a${n}: __schema { types { name fields { name args { name } type { name } } } }`)} }`,
        ),
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'the fields of the schema thirty times',
      () =>
        ask(
          `{ __schema { types { ${times(30, (n) => `a${n}: fields { ${times(15, () => 'description name')} }`)} } } }`,
        ),
      400,
      'QUERY_TOO_COMPLEX',
    ],
    ['a subscription', () => ask('subscription { whoami }'), 400, 'OPERATION_RESOLUTION_FAILURE'],
    [
      '@defer',
      () => ask('{ ... @defer { whoami } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
      { accept: 'multipart/mixed;deferSpec=20220824, application/json' },
    ],
    ['@stream', () => ask('{ accounts { nodes @stream { id } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'bytes that are no text',
      () => Buffer.concat([Buffer.from('{"query":"{ '), Buffer.from([0xff, 0xc3]), Buffer.from(' }"}')]),
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['the character NUL', () => '{"query":"{ whoami \\u0000 }"}', 400, 'GRAPHQL_PARSE_FAILED'],
    [
      '50 MB of blanks, compressed',
      () => gzipSync(Buffer.alloc(50_000_000, ' ')),
      413,
      'BAD_USER_INPUT',
      { 'content-encoding': 'gzip' },
    ],
    [
      'something that is not compressed',
      () => Buffer.from('{"query":"{ whoami }"}'),
      400,
      'BAD_USER_INPUT',
      { 'content-encoding': 'gzip' },
    ],
    [
      'an encoding that nobody knows',
      () => ask('{ whoami }'),
      415,
      'BAD_USER_INPUT',
      { 'content-encoding': 'hunter2' },
    ],
  ];

  it.each(hostile)('%s', async (...[, body, status, code, headers]) => {
    const answer = await post(body(), headers);
    expect(answer.status).toBe(status);
    const { errors = [] } = JSON.parse(answer.text) as { errors?: { extensions: { code: string } }[] };
    expect(new Set(errors.map((error) => error.extensions.code))).toEqual(new Set(code === null ? [] : [code]));
    expect(answer.text.length).toBeLessThan(50_000);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    [
      'a value',
      'query ($of: [Int!]!) { sum(of: $of) }',
      { of: [1, `a; ${secret}`] },
      'The value of "of[1]" is not valid: Int cannot represent non-integer value',
    ],
    [
      'a value that looks like a path',
      'query ($of: [Int!]!) { sum(of: $of) }',
      { of: [`x" at "${secret}"; ${secret}`] },
      'The value of "of[0]" is not valid: Int cannot represent non-integer value',
    ],
    [
      'a value that looks like advice',
      'query ($of: [Int!]!) { sum(of: $of) }',
      { of: [`x. Did you mean ${secret}`] },
      'The value of "of[0]" is not valid: Int cannot represent non-integer value',
    ],
    [
      'a text in the query',
      `{ sum(of: ["a; ${secret}. Did you mean ${secret}"]) }`,
      {},
      'Int cannot represent non-integer value',
    ],
    ['a text that does not belong there', `{ "a: ${secret}" }`, {}, 'Syntax Error: Expected Name, found String.'],
  ])('is told nothing of %s, nor is the collector of traces', async (_, query, variables, message) => {
    const before = spans().length;
    const answer = await post(ask(query, { variables }));
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(secret);
    expect(spans().slice(before)).toContainEqual(
      expect.objectContaining({ failure: expect.stringMatching(/^[A-Z_]+$/) }),
    );
    expect(JSON.stringify(spans())).not.toContain(secret);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ message }] });
  });

  it('in all its parts is told in one answer', async () => {
    const answer = await post(
      ask(
        'query ($of: [Int!]!, $n: Int!, $id: ID!) { sum(of: $of) accounts(first: $n) { nodes { id } } account(id: $id) { id } }',
        { variables: { of: ['a', 'b'], n: null } },
      ),
    );
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [
        {
          message:
            'The value of "of[0]" is not valid: Int cannot represent non-integer value; The value of "of[1]" is not valid: Int cannot represent non-integer value; Variable "$n" of non-null type "Int!" must not be null.; Variable "$id" of required type "ID!" was not provided.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
  });

  it('in a thousand copies at once is answered a thousand times', async () => {
    const body = ask('{ whoami account(id: "1") { name } }');
    const alone = () =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { authorization, 'content-type': 'application/json' };
        request(here.url, { method: 'POST', agent: false, headers }, (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode));
        })
          .on('error', reject)
          .end(body);
      });
    expect(new Set(await Promise.all(Array.from({ length: 1_000 }, alone)))).toEqual(new Set([200]));
  });
});
