import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'graphql';
import { graphClient, GraphFailure, type GraphRequest } from './graph-client';

describe('the graph client', () => {
  const requests: GraphRequest[] = [];
  const graph = graphClient(async (request) => {
    requests.push(request);
    if (request.query.includes('broken')) {
      return {
        data: { broken: null },
        errors: [{ message: 'No.', path: ['broken', 0], extensions: { code: 'FORBIDDEN' } }, { message: 'Neither.' }],
      };
    }
    return request.query.includes('nothing')
      ? { data: null }
      : { data: { who: request.headers['authorization'] ?? null } };
  });
  beforeEach(() => requests.splice(0));

  it('gives the data, takes texts and documents, and passes variables and the token on', async () => {
    expect(await graph.as('abc').query<{ who: string }>(parse('query Q($n: Int) { who }'), { n: 1 })).toEqual({
      who: 'Bearer abc',
    });
    expect(await graph.query('{ who }')).toEqual({ who: null });
    expect(requests.map(({ variables }) => variables)).toEqual([{ n: 1 }, {}]);
    expect(requests[0]?.query).toContain('query Q($n: Int)');
  });

  it('throws what the graph says, with codes and paths, also when part of the data is there', async () => {
    const failure = (await graph.query('{ broken }').catch((error: unknown) => error)) as GraphFailure;
    expect(failure).toBeInstanceOf(GraphFailure);
    expect(failure.message).toBe('FORBIDDEN at broken.0 No.\nNeither.');
    expect(failure.codes).toEqual(['FORBIDDEN', '']);
    await expect(graph.query('{ nothing }')).rejects.toThrow('no data');
    expect(await graph.raw('{ broken }')).toMatchObject({ data: { broken: null }, errors: [{}, {}] });
  });

  it('talks to a server, and says what it got when that is no JSON', async () => {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (text: Buffer) => (body += text.toString()));
      request.on('end', () => {
        if (request.url === '/down') return void response.writeHead(502).end('<html>bad gateway</html>');
        const { query, variables } = JSON.parse(body) as GraphRequest;
        response.end(JSON.stringify({ data: { query, variables, token: request.headers.authorization } }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await graphClient(`${url}/graphql`, 't').query('{ a }', { b: 2 })).toEqual({
      query: '{ a }',
      variables: { b: 2 },
      token: 'Bearer t',
    });
    await expect(graphClient(`${url}/down`).raw('{ a }')).rejects.toThrow('answered 502 with no JSON: <html>');
    server.closeAllConnections();
    server.close();
  });
});
