import type { Kafka, PartitionMetadata, ProducerConfig, ProducerRecord, RecordMetadata } from 'kafkajs';
import type { Message } from '../envelope/received';
import { Publisher } from './publisher';

const topic = 'fivepoint.deal';
const partitions = (count: number) =>
  Array.from({ length: count }, (_, partitionId) => ({ partitionId, leader: partitionId }) as PartitionMetadata);
const messages = (count: number): Message[] =>
  Array.from({ length: count }, (_, n) => ({ key: Buffer.from(`key-${n}`), headers: {}, value: Buffer.from('{}') }));

/**
 * The client as it was seen between several brokers (docs/adr/0004): it asks for the partition of each message as often as it tries, and
 * resolves with what the brokers answered. One broker cannot make it leave anything out.
 */
class ClientOfSeveralBrokers {
  producers = 0;
  /** How many partitions the topic has in each try. */
  tries = [3];
  /** What the brokers answer, given the partitions of the last try. */
  answers = (asked: readonly number[]): Partial<RecordMetadata>[] =>
    asked.map((partition) => ({ partition, errorCode: 0 }));

  producer({ createPartitioner }: ProducerConfig) {
    this.producers += 1;
    const partitionOf = createPartitioner!();
    return {
      connect: async () => undefined,
      disconnect: async () => undefined,
      send: async ({ messages: sent }: ProducerRecord) => {
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
