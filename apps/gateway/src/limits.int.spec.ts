import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { defaultLimits } from './config';
import type { Limits } from './limits';
import { type House, house } from './spec/house';
import { smallHouse } from './spec/small-house';

/** The deepest query a client could be tempted by: accounts of deals of accounts. */
const nest = (levels: number) =>
  Array.from({ length: levels }).reduce<string>(
    (inner) => `deals(first: 1) { nodes { account { ${inner} } } }`,
    'name',
  );
const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');

describe('the limits of an operation', () => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;

  beforeAll(async () => {
    subgraphs = await smallHouse();
    here = await house('local', Object.values(subgraphs), { limits: { ...defaultLimits, bodyBytes: 20_000 } });
  });

  afterAll(async () => {
    await here.stop();
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });

  const asked = () => Object.values(subgraphs).flatMap(({ requests }) => requests).length;

  const cases: { limit: keyof Limits; fits: string; refused: string; says: string }[] = [
    {
      limit: 'depth',
      fits: `{ account(id: "1") { ${nest(3)} } }`,
      refused: `{ account(id: "1") { ${nest(4)} } }`,
      says: 'The query is 14 levels deep; at most 12 are allowed.',
    },
    {
      limit: 'aliases',
      fits: `{ account(id: "1") { ${times(30, (n) => `a${n}: name`)} } }`,
      refused: `{ account(id: "1") { ${times(31, (n) => `a${n}: name`)} } }`,
      says: 'The query has 31 aliases; at most 30 are allowed.',
    },
    {
      limit: 'tokens',
      fits: `{ sum(of: [${times(1_991, () => '1')}]) }`,
      refused: `{ sum(of: [${times(1_992, () => '1')}]) }`,
      says: 'The query has 2,001 tokens; at most 2,000 are allowed.',
    },
    {
      limit: 'tokens',
      fits: `{ account(id: "1") { ${times(100, () => '...N')} } } fragment N on Account { ${times(19, () => 'name')} }`,
      refused: `{ account(id: "1") { ${times(106, () => '...N')} } } fragment N on Account { ${times(19, () => 'name')} }`,
      says: 'The query selects 2,015 fields with its fragments written out; at most 2,000 are allowed.',
    },
    {
      limit: 'rootFields',
      fits: `{ ${times(20, () => 'whoami')} }`,
      refused: `{ ${times(21, () => 'whoami')} }`,
      says: 'The query has 21 root fields; at most 20 are allowed.',
    },
    {
      limit: 'cost',
      fits: '{ accounts(first: 100) { nodes { name deals(first: 20) { nodes { title } } openInstalments { name outstanding } } } }',
      refused:
        '{ accounts(first: 100) { nodes { name deals(first: 100) { nodes { title account { deals(first: 100) { nodes { title } } } } } } } }',
      says: 'The answer may hold 2,040,301 values; at most 50,000 are allowed. Ask for smaller pages (first) or for fewer lists within lists.',
    },
  ];

  it.each(cases)(
    '$limit: accepts what fits, refuses what does not, and says both numbers',
    async ({ limit, fits, refused, says }) => {
      expect((await here.client.raw(fits)).errors).toBeUndefined();
      const before = asked();
      for (let attempt = 1; attempt <= 2; attempt += 1)
        expect(await here.client.raw(refused)).toEqual({
          errors: [{ message: says, extensions: { code: 'QUERY_TOO_COMPLEX' } }],
        });
      expect(asked()).toBe(before);
      const counted = await here.gateway.metrics.getSingleMetric('fivepoint_refused_operations_total')?.get();
      expect(counted?.values.find(({ labels }) => labels['limit'] === limit)?.value).toBeGreaterThanOrEqual(2);
    },
  );

  it('costs what its variables make it cost', async () => {
    const query =
      'query ($n: Int!) { accounts(first: $n) { nodes { deals(first: $n) { nodes { title account { name } } } } } }';
    expect((await here.client.raw(query, { n: 10 })).errors).toBeUndefined();
    expect((await here.client.raw(query, { n: 1_000 })).errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX' } },
    ]);
    expect((await here.client.raw(query, { n: 10 })).errors).toBeUndefined();
  });

  it('answers a refusal with 400', async () => {
    const response = await fetch(here.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ ${times(21, () => '__typename')} }` }),
    });
    expect(response.status).toBe(400);
  });

  it("lets the explorer's introspection pass", async () => {
    const query = getIntrospectionQuery({
      schemaDescription: true,
      inputValueDeprecation: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
    });
    expect((await here.client.as().raw(query)).errors).toBeUndefined();
  });

  it('refuses an introspection that goes round in circles', async () => {
    const query = '{ __type(name: "Account") { fields { type { fields { type { fields { type { name } } } } } } } }';
    expect((await here.client.raw(query)).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  // Written out they would take years: that there is an answer is the proof.
  it('is not held up by fragments that write out to 2^60 fields, nor by fragments within themselves', async () => {
    const chain = times(60, (n) => `fragment F${n} on Account { ...F${n + 1} ...F${n + 1} }`);
    const bomb = await here.client.raw(`{ account(id: "1") { ...F0 } } ${chain} fragment F60 on Account { name }`);
    expect(bomb.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    const circle = await here.client.raw('{ account(id: "1") { ...F } } fragment F on Account { ...F }');
    expect(circle.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  describe('over HTTP', () => {
    const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
      fetch(here.url, { method: 'POST', headers, body });

    it('a request has a size', async () => {
      const body = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(20_000) } });
      const response = await post(body);
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: `The request has ${body.length} bytes; at most 20000 are allowed.`,
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      });
    });

    it.each([
      ['several operations at once', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]', /batching/i],
      ['no JSON', '{"query', /must be a JSON object/],
      ['no query', '{"variables":{}}', /non-empty `query`/],
      ['no object for variables', '{"query":"{ __typename }","variables":"{}"}', /variables/],
    ])('%s is refused with what is wrong', async (_, body, message) => {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }],
      });
    });

    it('a form of another site cannot send operations', async () => {
      const response = await post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
      expect(response.status).toBe(400);
      const link = await fetch(`${here.url}?query=${encodeURIComponent('{ __typename }')}`, {
        headers: { accept: '*/*' },
      });
      expect(link.status).toBe(400);
    });

    it('an address cannot change anything', async () => {
      const link = await fetch(
        `${here.url}?query=${encodeURIComponent('mutation { openDeal(accountId: "1") { id } }')}`,
        {
          headers: { accept: 'application/json', 'apollo-require-preflight': 'true' },
        },
      );
      expect(link.status).toBe(405);
      expect(subgraphs.deal.calls).toEqual([]);
    });
  });
});

describe('queries by their hash', () => {
  const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');

  async function asking(persistedQueries: boolean) {
    const subgraphs = await smallHouse();
    const here = await house('local', Object.values(subgraphs), { persistedQueries });
    return {
      async ask(sha256Hash: string, query?: string) {
        const response = await fetch(here.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
        });
        return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
      },
      async stop() {
        await here.stop();
        await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
      },
    };
  }

  it('are taken where that is switched on, and hostile ones are not kept', async () => {
    const { ask, stop } = await asking(true);
    const query = '{ __typename }';
    expect(await ask(hashOf(query))).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    expect(await ask(hashOf(query), query)).toEqual({ data: { __typename: 'Query' } });
    expect(await ask(hashOf(query))).toEqual({ data: { __typename: 'Query' } });
    const hostile = `{ ${times(21, () => '__typename')} }`;
    expect(await ask(hashOf(hostile), hostile)).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
    });
    expect(await ask(hashOf(hostile))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    await stop();
  });

  it('are refused in words that clients know where it is not', async () => {
    const { ask, stop } = await asking(false);
    expect(await ask(hashOf('{ __typename }'))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
    await stop();
  });
});

describe('in production', () => {
  it('nobody reads the schema, not even from suggestions', async () => {
    const subgraphs = await smallHouse();
    const here = await house('local', Object.values(subgraphs), {
      production: true,
      introspection: false,
      explorer: false,
    });
    expect((await here.client.raw('{ __schema { queryType { name } } }')).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    const [error] = (await here.client.raw('{ whoam }')).errors ?? [];
    expect(error?.message).toContain('Cannot query field');
    expect(error?.message).not.toContain('whoami');
    await here.stop();
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });
});
