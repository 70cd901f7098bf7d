import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { once } from 'node:events';

/**
 * A TCP proxy on this machine that stands before one server, or before the replicas of one in turn, and makes the network bad on request:
 * connections are cut, every chunk comes late, or nothing passes at all for a while.
 */
export class Proxy {
  private readonly open = new Set<Socket>();
  private delayMs = 0;
  private held: Promise<void> | null = null;
  private release = () => {};
  private turn = 0;

  private constructor(
    private readonly server: Server,
    private readonly targets: readonly number[],
    readonly port: number,
  ) {
    server.on('connection', (client) => void this.serve(client));
  }

  /**
   * @param port 0 takes any free one
   * @param targets the ports behind it; who refuses is passed over
   */
  static async listen(port: number, targets: readonly number[]): Promise<Proxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new Proxy(server, targets, (server.address() as AddressInfo).port);
  }

  /** Ends every connection at once, without a goodbye. */
  cut(): void {
    for (const socket of this.open) endAtOnce(socket);
  }

  /** From now on every chunk comes so much later, each way; 0 ends it. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** Lets nothing pass until `letGo`, as a network that loses everything; connections stay open. */
  hold(): void {
    this.held ??= new Promise((resolve) => (this.release = resolve));
  }

  letGo(): void {
    this.release();
    this.held = null;
  }

  async close(): Promise<void> {
    this.letGo();
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  private async serve(client: Socket): Promise<void> {
    this.keep(client);
    const behind = await this.connected();
    if (!behind) return void endAtOnce(client);
    this.keep(behind);
    if (client.destroyed) return void behind.destroy();
    this.pass(client, behind);
    this.pass(behind, client);
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    // A lost connection is what this is for.
    socket.on('error', () => undefined);
    socket.once('close', () => this.open.delete(socket));
  }

  private async connected(): Promise<Socket | null> {
    const first = this.turn++;
    for (let n = 0; n < this.targets.length; n++) {
      const port = this.targets[(first + n) % this.targets.length]!;
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
      const there = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      if (there) return socket;
    }
    return null;
  }

  private pass(from: Socket, to: Socket): void {
    let last: Promise<unknown> | null = null;
    const write = (chunk: Buffer): Promise<unknown> | null =>
      to.destroyed || to.write(chunk) ? null : once(to, 'drain').catch(() => undefined);
    const late = async (chunk: Buffer) => {
      await last;
      if (this.delayMs > 0) await pause(this.delayMs);
      while (this.held) await this.held;
      await write(chunk);
    };
    from.on('data', (chunk) => {
      const waiting = last || this.held || this.delayMs > 0 ? late(chunk) : write(chunk);
      if (!waiting) return;
      from.pause();
      const mine = (last = waiting.finally(() => {
        if (last === mine) last = null;
        from.resume();
      }));
    });
    from.on('end', () => void Promise.resolve(last).then(() => to.end()));
    from.on('close', (failed) => (failed ? endAtOnce(to) : to.end()));
  }
}

/**
 * Ends a connection at once, without a goodbye. Where one is being said already, Node cannot reset the socket: it would stay open for good, and
 * the process could not exit.
 */
export function endAtOnce(socket: Socket): void {
  if (socket.writableEnded && !socket.writableFinished) socket.destroy();
  else socket.resetAndDestroy();
}
