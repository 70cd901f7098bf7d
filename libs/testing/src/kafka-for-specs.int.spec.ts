import { createConnection } from 'node:net';
import { describeKafka } from './kafka-for-specs';

describeKafka('the Kafka broker of a suite', (kafka) => {
  it('answers on its port, is gone when killed, and comes back on the same one', async () => {
    const [address = ''] = kafka.brokers;
    expect(address).toMatch(/^127\.0\.0\.1:\d+$/);
    await connect(address);
    await kafka.kill();
    await expect(connect(address)).rejects.toThrow('ECONNREFUSED');
    await kafka.restart();
    expect(kafka.brokers).toEqual([address]);
    await connect(address);
  });
});

/** Opens a connection and closes it again. */
function connect(address: string): Promise<void> {
  const [host, port] = address.split(':');
  return new Promise((done, failed) => {
    const socket = createConnection({ host, port: Number(port) }, () => {
      socket.destroy();
      done();
    });
    socket.once('error', failed);
  });
}
