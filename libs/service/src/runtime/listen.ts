import { createServer, type RequestListener, type Server } from 'node:http';

/** Something listens on the port already, this very house perhaps; the message names it and how to choose another. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(readonly port: number) {
    super(
      `port ${port} is in use, by another program or a house that runs already; stop it or choose another with PORT=<number>`,
    );
  }
}

/** An HTTP server that listens; PortTaken when somebody else does. Port 0 takes any free one. */
export function listen(handler: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, host, () => resolve(server));
  });
}

/**
 * Stops accepting, lets what is under way finish, and cuts idle keep-alive connections. A connection that is never idle is told with its next
 * answer to come no more: a busy client would otherwise keep the server for ever.
 */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
