import type { Server } from 'node:http';
import { PortTaken } from '@fivepoint/service';

/** Where a server on this machine answers the graph. */
export function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new PortTaken(0);
  return `http://localhost:${address.port}/graphql`;
}
