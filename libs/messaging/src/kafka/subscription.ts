import type { Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { Received } from '../envelope/received';
import { type Log, messageOf } from '../log';
import type { Inlet, Subscription } from '../transport/transport';
import { Backoff, Bell } from '../waiting';
import { retries } from './client';

/** Messages stored in one transaction; between two of them the group hears that we live. */
const storedAtOnce = 250;

/**
 * How long a group waits for a member that says nothing, and for one that does not join anew: the partitions of a process that was killed
 * are read by another one within 15 s. Every second a member hears whether the group is being put together anew.
 */
const patience = { sessionTimeout: 10_000, rebalanceTimeout: 12_000, heartbeatInterval: 1_000 } as const;

/**
 * Shorter pauses than elsewhere, so that a broker that is back is found within a second, and more of them, about 13 s: a member that gives up
 * earlier is waited for until its session has ended.
 */
const recovery = { maxRetryTime: 1_000, retries: 15 } as const;

export interface KafkaSubscriptionSettings {
  kafka: Kafka;
  inlet: Inlet;
  prefix: string;
  log: Log;
}

/**
 * One member of a consumer's group: stores each batch and only then commits its offsets. Whatever ends it (a crash of the client, topics that
 * are not there yet, a broker that is away), it starts again until it is stopped.
 */
export function subscribeToKafka(settings: KafkaSubscriptionSettings): Subscription {
  const { inlet, log } = settings;
  const backoff = new Backoff(200, 5_000);
  const pause = new Bell();
  let stopping = false;
  let joined = false;
  let end = () => {};

  const once = async () => {
    await topicsThere(settings);
    const consumer = consumerOf(settings);
    let over = false;
    const ended = new Promise<void>((resolve) => (end = resolve));
    consumer.on('consumer.group_join', () => {
      joined = true;
      backoff.reset();
    });
    // After a lost coordinator the client says that it joins anew, but goes on as the member it was where the group still knows it: the group's
    // answer to a heartbeat is what tells.
    consumer.on('consumer.heartbeat', () => (joined = !over));
    for (const event of ['consumer.crash', 'consumer.disconnect', 'consumer.rebalancing'] as const) {
      consumer.on(event, () => {
        joined = false;
        if (event === 'consumer.crash') end();
      });
    }
    try {
      await consumer.connect();
      const topics = inlet.topics.map((topic) => `${settings.prefix}${topic}`);
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({
        eachBatchAutoResolve: false,
        eachBatch: (payload) => storeBatch(settings, payload, () => stopping),
      });
      if (!stopping) await ended;
    } finally {
      over = true;
      joined = false;
      await Promise.race([consumer.disconnect().catch(() => undefined), longEnough()]);
    }
  };

  const running = (async () => {
    while (!stopping) {
      try {
        await once();
      } catch (error) {
        log.warn({ consumer: inlet.consumer, error: messageOf(error) }, 'the subscription failed; it is tried again');
      }
      if (!stopping) await pause.wait(backoff.pause());
    }
  })();

  return {
    ready: () => joined,
    stop() {
      stopping = true;
      end();
      pause.ring();
      return running;
    },
  };
}

function consumerOf({ kafka, inlet, prefix }: KafkaSubscriptionSettings): Consumer {
  return kafka.consumer({
    groupId: `${prefix}${inlet.consumer}`,
    allowAutoTopicCreation: false,
    ...patience,
    maxWaitTimeInMs: 250,
    // After a crash a new member is made: the client itself starts again after some errors only.
    retry: { ...retries, ...recovery, restartOnFailure: async () => false },
  });
}

/** A client whose broker is away cannot leave its group; nobody waits for that. */
function longEnough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5_000).unref());
}

/** The client would create, or crash on, a topic that is not there; the broker's administrator makes them. */
async function topicsThere({ kafka, inlet, prefix }: KafkaSubscriptionSettings): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const there = new Set(await admin.listTopics());
    const missing = inlet.topics.filter((topic) => !there.has(`${prefix}${topic}`));
    if (missing.length > 0) throw new Error(`there is no topic ${missing.join(', ')}: create the topics first`);
  } finally {
    await admin.disconnect();
  }
}

async function storeBatch(
  { inlet, prefix, log }: KafkaSubscriptionSettings,
  { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload,
  stopping: () => boolean,
): Promise<void> {
  const topic = batch.topic.slice(prefix.length);
  for (let n = 0; n < batch.messages.length; n += storedAtOnce) {
    const messages = batch.messages.slice(n, n + storedAtOnce);
    const received = messages.map((message) => receivedFrom(topic, batch.partition, message));
    const backoff = new Backoff(100, 2_000);
    for (;;) {
      if (!isRunning() || isStale() || stopping()) return;
      try {
        await inlet.receive(received);
        break;
      } catch (error) {
        log.warn(
          { consumer: inlet.consumer, topic, error: messageOf(error) },
          'storing events failed; it is tried again',
        );
        await new Promise((resolve) => setTimeout(resolve, backoff.pause()));
        // The database is away, we are not: the group must not think so.
        await heartbeat();
      }
    }
    resolveOffset(messages.at(-1)!.offset);
    await commitOffsetsIfNecessary();
    await heartbeat();
  }
}

function receivedFrom(topic: string, partition: number, { key, headers, value, offset }: KafkaMessage): Received {
  return { topic, source: `${partition}/${offset}`, key, headers: plain(headers ?? {}), value };
}

/** A header that comes several times is as wrong as one that is missing. */
function plain(headers: IHeaders): Record<string, Buffer | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value : typeof value === 'string' ? Buffer.from(value) : undefined,
    ]),
  );
}
