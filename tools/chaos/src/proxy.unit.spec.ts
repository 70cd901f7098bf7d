import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { endAtOnce, Proxy } from './proxy';

/** A server that says its name and then everything it hears. */
async function echo(name: string) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(name);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

const heard = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

describe('the proxy', () => {
  let proxy: Proxy;
  const [one, two] = [echo('one'), echo('two')];
  const open = async () => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.on('error', () => undefined);
    return { socket, name: await heard(socket) };
  };
  beforeAll(async () => {
    proxy = await Proxy.listen(0, [(await one).port, (await two).port]);
  });
  afterAll(async () => {
    await proxy.close();
    for (const { server } of [await one, await two]) server.close();
  });

  it('passes on what it gets, to one after the other', async () => {
    const [first, second] = [await open(), await open()];
    expect([first.name, second.name].sort()).toEqual(['one', 'two']);
    first.socket.write('hello');
    expect(await heard(first.socket)).toBe('hello');
    const ended = once(first.socket, 'close');
    first.socket.end();
    await ended;
    second.socket.destroy();
  });

  it('holds everything back, and lets it go in order', async () => {
    const { socket } = await open();
    proxy.hold();
    let came = '';
    socket.on('data', (chunk) => (came += chunk));
    for (const word of ['a', 'b', 'c']) socket.write(word);
    proxy.delay(20);
    await new Promise((resolve) => socket.write('d', resolve));
    expect(came).toBe('');
    proxy.letGo();
    while (came.length < 4) await once(socket, 'data');
    expect(came).toBe('abcd');
    proxy.delay(0);
    socket.destroy();
  });

  it('cuts what is open, and takes new connections', async () => {
    const { socket } = await open();
    const closed = new Promise<boolean>((resolve) => socket.once('close', resolve));
    proxy.cut();
    expect(await closed).toBe(true);
    (await open()).socket.destroy();
  });

  it('ends at once what is just being ended in order', async () => {
    const { socket } = await open();
    socket.end();
    endAtOnce(socket);
    await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });

  it('passes over who is not there', async () => {
    const gone = await echo('gone');
    gone.server.close();
    const other = await Proxy.listen(0, [gone.port, (await one).port]);
    const socket = connect(other.port, '127.0.0.1');
    expect(await heard(socket)).toBe('one');
    socket.destroy();
    await other.close();
  });
});
