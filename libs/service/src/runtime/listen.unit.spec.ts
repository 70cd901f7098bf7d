import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closed, listen, PortTaken } from './listen';

/** One request over a kept-alive connection; the answer's status. */
function ask(agent: Agent, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    }).once('error', reject);
  });
}

it('a server ends while a busy client keeps its connection, and answers what it has taken', async () => {
  let ending: Promise<void> | null = null;
  let asked = 0;
  const server = await listen(
    (_request, response) => {
      // The stop comes while a request is under way, so that its connection is not idle.
      if (++asked === 2) ending = closed(server);
      setImmediate(() => response.end('there'));
    },
    '127.0.0.1',
    0,
  );
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: (number | undefined)[] = [];
  // The next request is sent before the connection could be found idle, for as long as there is a connection.
  for (;;) {
    const answer = await ask(agent, port).catch(() => undefined);
    if (answer === undefined) break;
    answers.push(answer);
    if (answers.length > 100) break;
  }
  agent.destroy();
  await ending;
  expect(answers).toEqual([200, 200, 200]);
});

it('a server that finds its port taken says which, and how to take another; what else is wrong it says as it is', async () => {
  const first = await listen(() => undefined, '127.0.0.1', 0);
  const { port } = first.address() as AddressInfo;
  const taken = await listen(() => undefined, '127.0.0.1', port).catch((error: unknown) => error);
  expect(taken).toBeInstanceOf(PortTaken);
  expect(taken).toMatchObject({
    ...{ name: 'PortTaken', port },
    message: `port ${port} is in use, by another program or a house that runs already; stop it or choose another with PORT=<number>`,
  });
  // An address for documentation (RFC 5737): no machine has it.
  await expect(listen(() => undefined, '192.0.2.1', 0)).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  await closed(first);
  await expect(closed(first)).rejects.toThrow('not running');
});
