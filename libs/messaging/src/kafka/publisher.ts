import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import type { Message } from '../envelope/received';
import { retries } from './client';

/** Well below the 1 MiB that a broker takes in one request by default. */
const largestBatch = 512 * 1024;

/**
 * Sends messages with acks of all replicas, idempotently and one request at a time, so that a retry of the client cannot change their order.
 * After any error the producer is thrown away: its sequence numbers may be wrong from then on, and the broker would take the next messages
 * for duplicates (docs/adr/0004).
 */
export class Publisher {
  private producer: Promise<Producer> | null = null;
  /** Where the messages of the present request were put; null where the client, trying again, has put one elsewhere. */
  private readonly placed = new Map<unknown, number | null>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly kafka: Kafka) {}

  /** Resolves when all of them are safe; when it rejects, some may have been sent, and all must be sent again. */
  send(topic: string, messages: readonly Message[]): Promise<void> {
    const sent = this.last.then(() => this.sendNow(topic, messages));
    this.last = sent.catch(() => undefined);
    return sent;
  }

  async stop(): Promise<void> {
    await this.last;
    await this.discard();
  }

  private async sendNow(topic: string, messages: readonly Message[]): Promise<void> {
    this.producer ??= this.connect();
    try {
      const producer = await this.producer;
      for (const batch of inBatches(messages)) await this.sendBatch(producer, topic, batch);
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  /**
   * The client resolves although it has left a partition out, when a broker refused its part of a request and another that had answered
   * already leads the partition when it tries again. So it is counted how many messages the brokers say they have stored.
   */
  private async sendBatch(producer: Producer, topic: string, messages: Message[]): Promise<void> {
    this.placed.clear();
    const answer = await producer.send({ topic, acks: -1, messages });
    const whole = answer.filter(({ errorCode }) => errorCode === 0);
    const stored = new Set<number | null>(whole.map(({ partition }) => partition));
    const acknowledged = [...this.placed.values()].filter((partition) => stored.has(partition));
    if (acknowledged.length !== messages.length)
      throw new Error(`of ${messages.length} messages to ${topic} the brokers acknowledged ${acknowledged.length}`);
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: retries,
      createPartitioner: () => {
        const partitionOf = Partitioners.DefaultPartitioner();
        return (args) => {
          const partition = partitionOf(args);
          const before = this.placed.get(args.message);
          this.placed.set(args.message, before === undefined || before === partition ? partition : null);
          return partition;
        };
      },
    });
    await producer.connect();
    return producer;
  }

  private async discard(): Promise<void> {
    const producer = this.producer;
    this.producer = null;
    await producer?.then((one) => one.disconnect()).catch(() => undefined);
  }
}

function inBatches(messages: readonly Message[]): Message[][] {
  const batches: Message[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    const size = message.value.length + 2_048;
    if (bytes + size > largestBatch) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(message);
    bytes += size;
  }
  return batches;
}
