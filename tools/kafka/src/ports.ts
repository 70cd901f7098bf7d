import { createServer } from 'node:net';

/** True when a server could listen on 127.0.0.1:`port` now. */
export async function isFree(port: number): Promise<boolean> {
  return (await boundPort(port).catch(() => null)) !== null;
}

/** A port of 127.0.0.1 that nobody listens on now. */
export const freePort = (): Promise<number> => boundPort(0);

function boundPort(port: number): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      const bound = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(bound));
    });
  });
}
