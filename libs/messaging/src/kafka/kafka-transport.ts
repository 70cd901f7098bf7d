import { encode } from '../envelope/cloud-events';
import type { Subscription, Transport } from '../transport/transport';
import { kafkaClient, type KafkaConnection } from './client';
import { Publisher } from './publisher';
import { subscribeToKafka } from './subscription';

/**
 * Events over Apache Kafka: a topic per owner, a group per consumer, the key of an event as the message's key. It never creates a topic; that
 * is done by `createTopics`, once.
 */
export function kafkaTransport(connection: KafkaConnection): Transport {
  const { log, prefix = '' } = connection;
  const kafka = kafkaClient(connection);
  const publisher = new Publisher(kafka);
  const subscriptions = new Set<Subscription>();
  return {
    name: 'kafka',
    publish: (topic, envelopes) =>
      publisher.send(
        `${prefix}${topic}`,
        envelopes.map((envelope) => encode(envelope)),
      ),
    resend: (topic, envelopes, consumer) =>
      publisher.send(
        `${prefix}${topic}`,
        envelopes.map((envelope) => encode(envelope, consumer)),
      ),
    subscribe(inlet) {
      if (inlet.topics.length === 0) return { ready: () => true, stop: async () => undefined };
      const subscription = subscribeToKafka({ kafka, inlet, prefix, log });
      subscriptions.add(subscription);
      return subscription;
    },
    ready: () => true,
    async stop() {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await publisher.stop();
    },
  };
}
