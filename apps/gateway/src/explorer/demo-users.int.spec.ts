import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoUsersOf } from './demo-users';

describe('the demo users of an issuer in another process', () => {
  let issuer: Server;
  let url: string;
  const asked: string[] = [];

  beforeAll(async () => {
    issuer = createServer((request, response) => {
      asked.push(String(request.url));
      const user = new URL(String(request.url), 'http://issuer').searchParams.get('user');
      response.setHeader('content-type', 'application/json');
      if (request.url === '/users')
        response.end('[{"name":"lin","title":"Key account manager","roles":["REP"],"more":1}]');
      else if (user === '林 娜') response.end('{"token":"a.b.c","user":{"name":"lin"}}');
      else response.writeHead(404).end('{}');
    });
    await new Promise<void>((done) => issuer.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/`;
  });

  afterAll(() => new Promise((done) => issuer.close(done)));

  it('are those it lists, without what nobody asked for', async () => {
    expect(await demoUsersOf(url).users()).toEqual([{ name: 'lin', title: 'Key account manager', roles: ['REP'] }]);
  });

  it('get their tokens from it, whatever their names look like', async () => {
    expect(await demoUsersOf(url).token('林 娜')).toBe('a.b.c');
    expect(await demoUsersOf(url).token('nobody')).toBeNull();
    expect(asked).toContain('/token?user=%E6%9E%97%20%E5%A8%9C');
  });
});
