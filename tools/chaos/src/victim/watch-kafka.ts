import { Socket } from 'node:net';
import type { Trap } from './trap';

/** The number of OffsetCommit in Kafka's protocol; it stands behind the size, in every request. */
const offsetCommit = 8;

/** Shows the requests that go to Kafka's port to the trap, as they stand on the wire. */
export function watchKafka(trap: Trap, port: number): void {
  const write = Socket.prototype.write as (this: Socket, ...args: unknown[]) => boolean;
  Socket.prototype.write = function (this: Socket, ...args: unknown[]) {
    const [chunk] = args;
    if (this.remotePort === port && Buffer.isBuffer(chunk) && chunk.length > 8 && chunk.readInt16BE(4) === offsetCommit)
      trap.reached('offset/before-commit', '-');
    return write.apply(this, args);
  } as never;
}
