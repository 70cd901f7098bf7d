import type { Kafka, PartitionMetadata, ProducerConfig, ProducerRecord, RecordMetadata } from 'kafkajs';
import type { Message } from '../envelope/received';
import { Publisher } from './publisher';

const topic = 'fivepoint.deal';
const partitions = (count: number) =>
  Array.from({ length: count }, (_, partitionId) => ({ partitionId, leader: partitionId }) as PartitionMetadata);
const messages = (count: number, bytes = 2): Message[] =>
  Array.from({ length: count }, (_, n) => ({ key: Buffer.from(`key-${n}`), headers: {}, value: Buffer.alloc(bytes) }));

/**
 * The client as it was seen between several brokers (docs/adr/0004): it asks for the partition of each message as often as it tries, and
 * resolves with what the brokers answered. One broker cannot make it leave anything out.
 */
class ClientOfSeveralBrokers {
  producers = 0;
  connected = 0;
  config: ProducerConfig | undefined;
  readonly sent: ProducerRecord[] = [];
  /** How many partitions the topic has in each try. */
  tries = [3];
  /** What the brokers answer, given the partitions of the last try. */
  answers = (asked: readonly number[]): Partial<RecordMetadata>[] =>
    asked.map((partition) => ({ partition, errorCode: 0 }));

  producer(config: ProducerConfig) {
    this.producers += 1;
    this.config = config;
    const partitionOf = config.createPartitioner!();
    return {
      connect: async () => void (this.connected += 1),
      disconnect: async () => {
        this.connected -= 1;
        throw new Error('the broker has gone before');
      },
      send: async (record: ProducerRecord) => {
        this.sent.push(record);
        const { messages: sent } = record;
        let asked = new Set<number>();
        for (const count of this.tries) {
          asked = new Set(sent.map((message) => partitionOf({ topic, message, partitionMetadata: partitions(count) })));
        }
        return this.answers([...asked]);
      },
    };
  }
}

describe('what counts as published', () => {
  let client: ClientOfSeveralBrokers;
  let publisher: Publisher;
  beforeEach(() => {
    client = new ClientOfSeveralBrokers();
    publisher = new Publisher(client as unknown as Kafka);
  });

  it('is what the brokers acknowledge, every message of it', async () => {
    await publisher.send(topic, messages(20));
    client.tries = [3, 3];
    await publisher.send(topic, messages(20));
    expect(client.producers).toBe(1);
  });

  it('is nothing when a partition was skipped, and the next attempt has a producer of its own', async () => {
    const whole = client.answers;
    client.answers = (asked) => whole(asked).slice(1);
    await expect(publisher.send(topic, messages(20))).rejects.toThrow(
      /of 20 messages to fivepoint.deal the brokers acknowledged \d+$/,
    );
    client.answers = whole;
    await publisher.send(topic, messages(20));
    expect(client.producers).toBe(2);
    expect(client.connected).toBe(1);
  });

  it('is nothing when a broker refused its part', async () => {
    const whole = client.answers;
    client.answers = (asked) => whole(asked).map((one, n) => ({ ...one, errorCode: n === 0 ? 19 : 0 }));
    await expect(publisher.send(topic, messages(20))).rejects.toThrow('the brokers acknowledged');
  });

  it('is nothing when a message was put elsewhere in a second try: its first place may have been acknowledged without it', async () => {
    client.tries = [3, 5];
    client.answers = () => partitions(5).map(({ partitionId }) => ({ partition: partitionId, errorCode: 0 }));
    await expect(publisher.send(topic, messages(20))).rejects.toThrow('the brokers acknowledged');
    client.tries = [5];
    await publisher.send(topic, messages(20));
  });
});

describe('how messages are sent', () => {
  let client: ClientOfSeveralBrokers;
  let publisher: Publisher;
  beforeEach(() => {
    client = new ClientOfSeveralBrokers();
    publisher = new Publisher(client as unknown as Kafka);
  });

  it('is once and in order, to all replicas, of a topic that is there', async () => {
    await publisher.send(topic, messages(2));
    expect(client.config).toMatchObject({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    expect(client.sent).toEqual([{ topic, acks: -1, messages: messages(2) }]);
  });

  it('is in requests of 512 KiB at most, headers and keys included', async () => {
    const quarter = 128 * 1024 - 2_048;
    await publisher.send(topic, messages(8, quarter));
    expect(client.sent.map((request) => request.messages.length)).toEqual([4, 4]);
    await publisher.send(topic, messages(8, quarter + 1));
    expect(client.sent.slice(2).map((request) => request.messages.length)).toEqual([3, 3, 2]);
    await publisher.send(topic, []);
    expect(client.sent).toHaveLength(5);
  });

  it('is one request after the other, and goes on after one that failed', async () => {
    const whole = client.answers;
    client.answers = () => [];
    const failing = expect(publisher.send(topic, messages(1))).rejects.toThrow('acknowledged 0');
    const next = publisher.send('fivepoint.planning', messages(1));
    expect(client.sent).toEqual([]);
    await failing;
    client.answers = whole;
    await next;
    expect(client.sent.map((request) => request.topic)).toEqual([topic, 'fivepoint.planning']);
  });

  it('ends after what is being sent, and only then', async () => {
    const sending = publisher.send(topic, messages(1));
    await publisher.stop();
    await sending;
    expect(client.sent).toHaveLength(1);
    expect(client.connected).toBe(0);
    await new Publisher(client as unknown as Kafka).stop();
    expect(client.producers).toBe(1);
  });
});
