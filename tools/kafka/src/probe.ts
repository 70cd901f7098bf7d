import { connect } from 'node:net';

/** What a broker says of its cluster. */
export interface ClusterAnswer {
  readonly clusterId: string;
  /** Brokers that take part; none while the only one still starts. */
  readonly brokers: number;
}

const metadataKey = 3;
/** The newest version whose encoding is this simple; Kafka 3 and 4 both speak it. */
const metadataVersion = 4;

/** Asks the broker on 127.0.0.1:`port` for its cluster by the Kafka protocol. Null when nothing answers like one within `timeoutMs`. */
export function askCluster(port: number, timeoutMs: number): Promise<ClusterAnswer | null> {
  return new Promise((done) => {
    let received = Buffer.alloc(0);
    const socket = connect({ port, host: '127.0.0.1', timeout: timeoutMs });
    const finish = (answer: ClusterAnswer | null) => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => socket.write(metadataRequest()));
    socket.once('timeout', () => finish(null));
    socket.once('error', () => finish(null));
    socket.once('close', () => finish(null));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 4 || received.length < 4 + received.readInt32BE(0)) return;
      finish(parsed(received.subarray(4)));
    });
  });
}

function metadataRequest(): Buffer {
  const client = Buffer.from('fivepoint-probe');
  const body = Buffer.alloc(2 + 2 + 4 + 2 + client.length + 4 + 1);
  let at = body.writeInt16BE(metadataKey, 0);
  at = body.writeInt16BE(metadataVersion, at);
  at = body.writeInt32BE(1, at); // correlation id
  at = body.writeInt16BE(client.length, at);
  at += client.copy(body, at);
  at = body.writeInt32BE(0, at); // of no topic
  body.writeInt8(0, at); // and create none
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length, 0);
  return Buffer.concat([size, body]);
}

function parsed(response: Buffer): ClusterAnswer | null {
  try {
    let at = 4 + 4; // correlation id, throttle time
    const text = () => {
      const length = response.readInt16BE(at);
      const value = length < 0 ? '' : response.toString('utf8', at + 2, at + 2 + length);
      at += 2 + Math.max(length, 0);
      return value;
    };
    const brokers = response.readInt32BE(at);
    at += 4;
    for (let broker = 0; broker < brokers; broker += 1) {
      at += 4; // node id
      text(); // host
      at += 4; // port
      text(); // rack
    }
    return { clusterId: text(), brokers };
  } catch {
    return null;
  }
}
