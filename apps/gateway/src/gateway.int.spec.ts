import { createIssuer, eventually, testIssuer, testToken } from '@fivepoint/testing';
import { type House, house, tenantId, waysToSubgraphs } from './spec/house';
import { smallHouse } from './spec/small-house';
import { secret, type ThrowAwaySubgraph } from './spec/throw-away-subgraph';

const accountQuery = `query Account($id: ID!) {
  account(id: $id) { name deals(first: 3) { nodes { title account { name } } } openInstalments { name outstanding } }
}`;

describe.each(waysToSubgraphs)('the gateway, subgraphs reached by %s', (way) => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;
  const all = (): ThrowAwaySubgraph[] => Object.values(subgraphs);

  beforeEach(async () => {
    subgraphs = await smallHouse();
    here = await house(way, all(), { subgraph: { timeoutMs: 30_000, answerBytes: 100_000, connections: 4 } });
  });

  afterEach(async () => {
    await here.stop();
    await Promise.all(all().map((one) => one.stop()));
  });

  /** Nothing a client sees may tell where or how anything runs. */
  function expectDiscreet(answer: unknown): void {
    const text = JSON.stringify(answer);
    for (const leak of [
      secret,
      'internal"',
      '127.0.0.1',
      'ECONN',
      'stacktrace',
      'postgres',
      'at Object',
      'node_modules',
    ])
      expect(text).not.toContain(leak);
  }

  it('answers one query from three services', async () => {
    const answer = await here.client.query(accountQuery, { id: '7' });
    expect(answer).toEqual({
      account: {
        name: 'Account 7',
        deals: { nodes: [{ title: 'First of 3', account: { name: 'Account 7' } }] },
        openInstalments: [{ name: '首付', outstanding: '300000.00' }],
      },
    });
  });

  it('counts the operations that read a deprecated field, wherever they do, and no others', async () => {
    const counted = () => here.gateway.metrics.getSingleMetricAsString('fivepoint_deprecated_fields_total');
    await here.client.query('{ deals { nodes { title } } }');
    expect(await counted()).not.toContain('Deal');
    const twiceInOne = '{ deals { nodes { ...old } } deal(id: "a") { was: heading } } fragment old on Deal { heading }';
    await here.client.query(twiceInOne);
    await here.client.query(twiceInOne);
    expect(await counted()).toContain('{field="Deal.heading",service="gateway"} 2');
    await here.client.as(undefined).raw('{ deals { nodes { heading } } }');
    expect(await counted()).toContain('{field="Deal.heading",service="gateway"} 2');
  });

  it('runs the mutations of several services in the order of the operation', async () => {
    const order: string[] = [];
    for (const { calls } of all()) calls.push = (...entries: string[]) => order.push(...entries);
    await here.client.query(
      `mutation { one: renameAccount(id: "1", name: "one") { id } openDeal(accountId: "1") { id account { name } } two: renameAccount(id: "1", name: "two") { id } }`,
    );
    expect(order).toEqual(['begin one', 'end one', 'open 1', 'begin two', 'end two']);
  });

  it('passes on who asks, the request id, and the trace, and nothing else of the client', async () => {
    const token = await testToken({ tenantId });
    const headers = {
      authorization: `Bearer ${token}`,
      'x-request-id': 'from-the-client',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      cookie: 'session=1',
      'x-forwarded-for': '10.0.0.1',
      'content-type': 'application/json',
    };
    const answer = await fetch(here.url, { method: 'POST', headers, body: JSON.stringify({ query: '{ whoami }' }) });
    expect(await answer.json()).toEqual({ data: { whoami: `Bearer ${token}` } });
    expect(answer.headers.get('x-request-id')).toBe('from-the-client');
    const [seen = {}] = subgraphs.receivables.requests;
    expect(seen).toMatchObject({
      authorization: headers.authorization,
      'x-request-id': 'from-the-client',
      traceparent: headers.traceparent,
    });
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['x-forwarded-for']));
  });

  it('makes a request id where the client sends none, or one that does not belong in a log', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(here.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ __typename }"}',
      });
    const uuid = /^[0-9a-f-]{36}$/;
    expect((await ask({})).headers.get('x-request-id')).toMatch(uuid);
    expect((await ask({ 'x-request-id': 'two words' })).headers.get('x-request-id')).toMatch(uuid);
  });

  describe('identity', () => {
    it('lets nobody ask for more than whether anybody is there, and what the schema looks like', async () => {
      const nobody = here.client.as();
      expect(await nobody.raw('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
      expect((await nobody.raw('{ __schema { queryType { name } } }')).errors).toBeUndefined();
      for (const query of [
        '{ whoami }',
        '{ __typename whoami }',
        '{ ... on Query { whoami } }',
        'mutation { openDeal(accountId: "1") { id } }',
      ]) {
        const answer = await nobody.raw(query);
        expect(answer).toEqual({
          errors: [{ message: expect.stringContaining('Sign in'), extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
      expect(all().flatMap(({ requests }) => requests)).toHaveLength(0);
    });

    it('refuses an expired, a foreign and a broken token with 401, and says which it was', async () => {
      const bad: [string, RegExp][] = [
        [await testToken({ tenantId }, { expiresInSeconds: -120 }), /expired/],
        [await createIssuer(testIssuer().issuer).token({ tenantId }), /not signed by the expected issuer/],
        [await testToken({ tenantId }, { audience: 'somebody-else' }), /"aud"/],
        ['not.a.token', /malformed/],
      ];
      for (const [token, why] of bad) {
        const response = await fetch(here.url, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: '{"query":"{ __typename }"}',
        });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
        expect(await response.json()).toEqual({
          errors: [{ message: expect.stringMatching(why), extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
    });
  });

  describe('with one service in trouble', () => {
    const question = `query { account(id: "7") { name deals { nodes { title } } openInstalments { name } } deal(id: "1") { title } }`;

    async function expectOthersToAnswer(why: RegExp): Promise<void> {
      const answer = await here.client.raw(question);
      expect(answer.data).toEqual({
        account: { name: 'Account 7', deals: null, openInstalments: [{ name: '首付' }] },
        deal: null,
      });
      expect(answer.errors).toEqual([
        {
          message: expect.stringMatching(/^The deal service is not available: /),
          extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
        },
      ]);
      expect(answer.errors?.[0]?.message).toMatch(why);
      expectDiscreet(answer);
      expect(here.logged.join()).toContain('subgraph is not available');
    }

    const trouble: [string, (service: ThrowAwaySubgraph) => Promise<void> | void, RegExp][] = [
      ['down', (service) => service.goDown(), /cannot be reached/],
      ['talking garbage', (service) => void (service.mood = 'garbage'), /did not answer in GraphQL/],
      ['answering without end', (service) => void (service.mood = 'huge'), /larger than 100000 bytes/],
    ];

    it.each(trouble)(
      'that is %s, the others answer, its fields are null and one error names it',
      async (_, cause, why) => {
        await cause(subgraphs.deal);
        await expectOthersToAnswer(why);
      },
    );

    describe('that does not answer', () => {
      beforeEach(async () => {
        await here.stop();
        here = await house(way, all(), { subgraph: { timeoutMs: 500, answerBytes: 100_000, connections: 4 } });
        subgraphs.deal.mood = 'silent';
      });

      // On a busy machine the others may be late, too, and are asked once more.
      it('the others answer, its fields are null and one error names it', () =>
        eventually(() => expectOthersToAnswer(/did not answer within 500 ms/)));

      it('it is waited for only once', async () => {
        await here.client.raw(
          'mutation { a: openDeal(accountId: "1") { id } renameAccount(id: "1", name: "x") { id } b: openDeal(accountId: "2") { id } }',
        );
        expect(subgraphs.deal.requests).toHaveLength(1);
        await here.client.raw('{ deals { nodes { id } } account(id: "1") { deals { nodes { id } } } }');
        expect(subgraphs.deal.requests.length).toBeLessThanOrEqual(3);
      });
    });

    it('serves it again as soon as it is back', async () => {
      subgraphs.deal.mood = 'garbage';
      expect((await here.client.raw('{ deal(id: "1") { title } }')).errors).toHaveLength(1);
      subgraphs.deal.mood = 'well';
      expect(await here.client.query('{ deal(id: "1") { title } }')).toEqual({ deal: { title: 'Deal 1' } });
    });
  });

  describe('errors', () => {
    it("keeps an expected error's message, path and code, and drops the rest", async () => {
      const answer = await here.client.raw('{ forbidden account(id: "1") { id name forbiddenInstalments { name } } }');
      expect(answer.data).toEqual({
        forbidden: null,
        account: { id: '1', name: 'Account 1', forbiddenInstalments: null },
      });
      expect(answer.errors).toEqual(
        expect.arrayContaining([
          { message: 'Only FINANCE may see this.', path: ['forbidden'], extensions: { code: 'FORBIDDEN' } },
          {
            message: 'Only FINANCE may see these.',
            path: ['account', 'forbiddenInstalments'],
            extensions: { code: 'FORBIDDEN' },
          },
        ]),
      );
      expectDiscreet(answer);
    });

    it('shows nothing of any other but the request id, which finds it in the log', async () => {
      for (const query of ['{ wrong }', '{ nonsense }', '{ account(id: "1") { brokenInstalments { name } } }']) {
        const answer = await here.client.raw(query);
        expect(answer.errors).toEqual([
          {
            message: 'Something went wrong on our side; the request id finds it in the logs.',
            path: expect.anything(),
            extensions: { code: 'INTERNAL', requestId: expect.any(String) },
          },
        ]);
        expectDiscreet(answer);
        const requestId = String(answer.errors?.[0]?.extensions?.['requestId']);
        expect(here.logged.some((line) => line.includes(requestId) && line.includes('operation failed'))).toBe(true);
      }
    });

    it('tells of a service that breaks its own schema, where the executor would leave a null without a word', async () => {
      subgraphs.planning.mood = 'untrue';
      const answer = await here.client.raw('{ whoami accounts { nodes { name } } }');
      expect(answer).toEqual({
        data: { whoami: expect.any(String), accounts: null },
        errors: [
          {
            message: expect.stringContaining('Something went wrong on our side'),
            path: ['accounts', 'nodes'],
            extensions: { code: 'INTERNAL', requestId: expect.any(String) },
          },
        ],
      });
      expect(here.logged.join()).toContain('against its schema');
      const measured = await here.gateway.metrics.getSingleMetricAsString('fivepoint_operation_seconds');
      expect(measured).toContain('fivepoint_operation_seconds_count{service="gateway",kind="query",outcome="error"}');
    });

    it('are no other in production', async () => {
      await here.stop();
      here = await house(way, all(), { production: true, introspection: false, explorer: false });
      for (const query of [
        '{ wrong }',
        '{ nonsense }',
        '{ forbidden }',
        '{ account(id: "1") { brokenInstalments { name } forbiddenInstalments { name } } }',
        `{ deal(id: ["${secret}"]) { title } }`,
      ]) {
        const answer = await here.client.raw(query);
        expect(answer.errors?.length).toBeGreaterThan(0);
        for (const { extensions = {}, ...error } of answer.errors ?? []) {
          expect(['message', 'path', 'locations']).toEqual(expect.arrayContaining(Object.keys(error)));
          expect(['code', 'requestId']).toEqual(expect.arrayContaining(Object.keys(extensions)));
        }
        expectDiscreet(answer);
      }
    });

    it.each([
      ['of a name that is not there', { operationName: 'B' }, 'Unknown operation named "B".'],
      ['without a name', {}, 'Must provide operation name if query contains multiple operations.'],
    ])('say of an operation %s what is wrong', async (_, named, message) => {
      const query = 'query A { __typename } query C { __typename }';
      for (const authorization of ['', `Bearer ${await testToken({ tenantId })}`]) {
        const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
        const answer = await fetch(here.url, { method: 'POST', headers, body: JSON.stringify({ query, ...named }) });
        expect(answer.status).toBe(400);
        expect(await answer.json()).toEqual({
          errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
        });
      }
    });

    it('never repeats input that was not valid', async () => {
      const answer = await here.client.raw('query ($of: [Int!]!) { sum(of: $of) }', { of: [1, secret] });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expectDiscreet(answer);
    });

    it('keeps all of it from the log of tokens', async () => {
      const token = await testToken({ tenantId });
      await here.client.as(token).raw('{ wrong }');
      expect(here.logged.join()).not.toContain(token);
    });
  });
});

describe('a subgraph over HTTP', () => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;

  beforeEach(async () => {
    subgraphs = await smallHouse();
    here = await house('http', Object.values(subgraphs));
  });

  afterEach(async () => {
    await here.stop();
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
  });

  it('is asked again when it closed the connection, but only for what reads', async () => {
    subgraphs.deal.cuts = 1;
    expect(await here.client.query('{ deal(id: "1") { title } }')).toEqual({ deal: { title: 'Deal 1' } });
    subgraphs.deal.cuts = 1;
    const answer = await here.client.raw('mutation { openDeal(accountId: "1") { id } }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(subgraphs.deal.calls).toEqual([]);
  });

  it('must have an address', async () => {
    const start = house('http', Object.values(subgraphs), { subgraphs: { planning: subgraphs.planning.address } });
    await expect(start).rejects.toThrow('add deal=<url> to SUBGRAPHS');
  });
});

it('tells a missing issuer from a bad token', async () => {
  const subgraphs = await smallHouse();
  const { issuer, audience } = testIssuer();
  const here = await house('local', Object.values(subgraphs), {
    identity: { issuer, audience, keys: new URL('http://127.0.0.1:9/jwks.json') },
  });
  const response = await fetch(here.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${await testToken({ tenantId })}`, 'content-type': 'application/json' },
    body: '{"query":"{ whoami }"}',
  });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL', requestId: expect.any(String) } }],
  });
  await here.stop();
  await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
});
