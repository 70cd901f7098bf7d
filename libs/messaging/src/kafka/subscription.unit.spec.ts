import type { Kafka } from 'kafkajs';
import { eventually } from '@fivepoint/testing';
import { noLog } from '../log';
import { subscribeToKafka } from './subscription';

/** The client as it was seen while its broker restarted: what it tells of a member, and when, is ours to say. */
class ClientOfOneMember {
  consumers = 0;
  private listeners = new Map<string, () => void>();

  admin() {
    return {
      connect: async () => undefined,
      disconnect: async () => undefined,
      listTopics: async () => ['fivepoint.deal'],
    };
  }

  consumer() {
    this.consumers += 1;
    this.listeners = new Map();
    const { listeners } = this;
    return {
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      connect: async () => undefined,
      subscribe: async () => undefined,
      run: async () => listeners.get('consumer.group_join')?.(),
      disconnect: async () => undefined,
    };
  }

  tell(event: 'rebalancing' | 'heartbeat' | 'crash'): void {
    this.listeners.get(`consumer.${event}`)?.();
  }
}

describe('a member of a group', () => {
  const client = new ClientOfOneMember();
  const subscription = subscribeToKafka({
    kafka: client as unknown as Kafka,
    inlet: {
      consumer: 'receivables',
      topics: ['fivepoint.deal'],
      receive: async () => undefined,
      cursor: async () => null,
    },
    prefix: '',
    log: noLog,
  });
  const isReady = () => eventually(() => expect(subscription.ready()).toBe(true));
  afterAll(() => subscription.stop());

  it('is ready once it has joined, and not while the group is put together anew', async () => {
    await isReady();
    client.tell('rebalancing');
    expect(subscription.ready()).toBe(false);
  });

  it('is ready when the group answers its heartbeat, although it did not have to join anew', () => {
    client.tell('heartbeat');
    expect(subscription.ready()).toBe(true);
  });

  it('is another one after a crash', async () => {
    client.tell('crash');
    expect(subscription.ready()).toBe(false);
    await isReady();
    expect(client.consumers).toBe(2);
  });
});
