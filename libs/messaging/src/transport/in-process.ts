import { encode } from '../envelope/cloud-events';
import { receivedAgain } from '../in/inlet';
import type { CursorMove } from '../in/receive';
import type { Received } from '../envelope/received';
import { type Log, messageOf } from '../log';
import { Backoff, Bell } from '../waiting';
import { type Bus, type Listener, ringTopic } from './bus';
import type { Inlet, Subscription, Transport } from './transport';

export interface InProcessSettings {
  log: Log;
  /** Events read at once. */
  batch?: number;
  /** The slow poll behind the bell, in milliseconds. */
  pollMs?: number;
}

/**
 * Events without a broker: each consumer reads each owner's outbox by position, from a cursor that moves in the transaction which stores what
 * was read. The outbox is the queue, so that nothing is lost in a crash and a slow, stuck or new consumer holds up nobody.
 */
export function inProcessTransport(bus: Bus, { log, batch = 250, pollMs = 1_000 }: InProcessSettings): Transport {
  const own = new Set<Subscription>();
  return {
    name: 'in-process',
    async publish(topic) {
      ringTopic(bus, topic);
    },
    async resend(topic, envelopes, consumer) {
      const listener = [...bus.listeners].find((one) => one.consumer === consumer && one.topic === topic);
      if (!listener) throw new Error(`${consumer} does not read ${topic} in this process`);
      await listener.deliver(receivedAgain(consumer, topic, envelopes));
    },
    offerLog(topic, reader) {
      bus.logs.set(topic, reader);
      ringTopic(bus, topic);
      return () => {
        if (bus.logs.get(topic) === reader) bus.logs.delete(topic);
      };
    },
    logOf: (topic) => bus.logs.get(topic) ?? null,
    readByAll(topic) {
      const positions = [...bus.listeners].filter((one) => one.topic === topic).map((one) => one.position);
      return positions.length === 0 ? 0 : Math.min(...positions);
    },
    subscribe(inlet) {
      const readers = inlet.topics.map((topic) => readTopic(bus, inlet, topic, { log, batch, pollMs }));
      const subscription: Subscription = {
        ready: () => readers.every((reader) => reader.ready()),
        async stop() {
          own.delete(subscription);
          await Promise.all(readers.map((reader) => reader.stop()));
        },
      };
      own.add(subscription);
      return subscription;
    },
    ready: () => true,
    async stop() {
      await Promise.all([...own].map((subscription) => subscription.stop()));
    },
  };
}

function received(topic: string, source: string, message: Omit<Received, 'topic' | 'source'>): Received {
  return { topic, source, key: message.key, headers: message.headers, value: message.value };
}

function readTopic(
  bus: Bus,
  inlet: Inlet,
  topic: string,
  { log, batch, pollMs }: Required<InProcessSettings>,
): Subscription {
  const { consumer } = inlet;
  const listener: Listener = {
    consumer,
    topic,
    bell: new Bell(),
    position: 0,
    deliver: (messages) => inlet.receive(messages),
  };
  const backoff = new Backoff(100, 5_000);
  const stop = new Bell();
  let stopping = false;
  let anotherLog = false;

  /** Where it stands; read again after trouble, because only the database knows then. */
  let cursor: CursorMove | null = null;

  /** Reads one batch; false when there was nothing to read. */
  const readOn = async (): Promise<boolean> => {
    const owner = bus.logs.get(topic);
    if (!owner) return false;
    cursor ??= await inlet.cursor(topic);
    const { logId, events } = await owner.after(cursor?.position ?? 0, batch);
    anotherLog = cursor !== null && cursor.logId !== logId;
    if (anotherLog) {
      log.error(
        { consumer, topic },
        'the log of this topic is not the one that was read so far; nothing is read from it',
      );
      return false;
    }
    listener.position = cursor?.position ?? 0;
    const last = events.at(-1);
    if (!last) return false;
    const messages = events.map(({ position, envelope }) => received(topic, String(position), encode(envelope)));
    await inlet.receive(messages, { logId, position: last.position });
    cursor = { logId, position: last.position };
    listener.position = last.position;
    return true;
  };

  const reading = (async () => {
    while (!stopping) {
      try {
        if (!(await readOn())) await listener.bell.wait(pollMs);
        backoff.reset();
      } catch (error) {
        cursor = null;
        log.warn({ consumer, topic, error: messageOf(error) }, 'reading a topic failed; it is tried again');
        await stop.wait(backoff.pause());
      }
    }
  })();

  bus.listeners.add(listener);
  return {
    ready: () => !anotherLog,
    stop() {
      stopping = true;
      bus.listeners.delete(listener);
      listener.bell.ring();
      stop.ring();
      return reading;
    },
  };
}
