import type { ConsumerConfig, EachBatchPayload, Kafka } from 'kafkajs';
import { eventually } from '@fivepoint/testing';
import type { Received } from '../envelope/received';
import { noLog } from '../log';
import { subscribeToKafka } from './subscription';

/** The client as it was seen while its broker restarted: what it tells of a member, and when, is ours to say. */
class ClientOfOneMember {
  consumers = 0;
  topics = ['fivepoint.deal'];
  config: ConsumerConfig | undefined;
  subscribed: unknown;
  administrators = 0;
  eachBatch: (payload: EachBatchPayload) => Promise<void> = async () => undefined;
  private listeners = new Map<string, () => void>();

  admin() {
    return {
      connect: async () => void (this.administrators += 1),
      disconnect: async () => void (this.administrators -= 1),
      listTopics: async () => this.topics,
    };
  }

  consumer(config: ConsumerConfig) {
    this.consumers += 1;
    this.config = config;
    this.listeners = new Map();
    const { listeners } = this;
    return {
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      connect: async () => undefined,
      subscribe: async (asked: unknown) => void (this.subscribed = asked),
      run: async ({ eachBatch }: { eachBatch: ClientOfOneMember['eachBatch'] }) => {
        this.eachBatch = eachBatch;
        listeners.get('consumer.group_join')?.();
      },
      disconnect: async () => undefined,
    };
  }

  tell(event: 'rebalancing' | 'heartbeat' | 'crash' | 'disconnect'): void {
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

  it('is not ready while it is not connected', async () => {
    client.tell('disconnect');
    expect(subscription.ready()).toBe(false);
    client.tell('heartbeat');
    expect(subscription.ready()).toBe(true);
  });
});

/** A member of the group `own.receivables` that stores what it gets, as its place in the topic. */
function member(topics: readonly string[] = ['own.fivepoint.deal']) {
  const client = Object.assign(new ClientOfOneMember(), { topics });
  const stored: Received[][] = [];
  const receive = jest.fn(async (batch: readonly Received[]) => void stored.push([...batch]));
  const warn = jest.fn();
  const subscription = subscribeToKafka({
    kafka: client as unknown as Kafka,
    inlet: { consumer: 'receivables', topics: ['fivepoint.deal'], receive, cursor: async () => null },
    prefix: 'own.',
    log: { ...noLog, warn },
  });
  return { client, stored, receive, warn, subscription };
}

describe('the group of a consumer', () => {
  it('is its own, reads each topic from the beginning, and makes none', async () => {
    const { client, subscription } = member();
    await eventually(() => expect(subscription.ready()).toBe(true));
    expect(client.config).toMatchObject({ groupId: 'own.receivables', allowAutoTopicCreation: false });
    expect(client.subscribed).toEqual({ topics: ['own.fivepoint.deal'], fromBeginning: true });
    await subscription.stop();
    expect(subscription.ready()).toBe(false);
    expect(client.administrators).toBe(0);
  });

  it('is joined when its topics are there; until then it is said that they are not', async () => {
    const { client, warn, subscription } = member([]);
    const failed = [
      { consumer: 'receivables', error: 'there is no topic fivepoint.deal: create the topics first' },
      'the subscription failed; it is tried again',
    ];
    await eventually(() => expect(warn.mock.calls).toContainEqual(failed));
    expect(client.consumers).toBe(0);
    client.topics = ['own.fivepoint.deal'];
    await eventually(() => expect(subscription.ready()).toBe(true));
    await subscription.stop();
    expect(client.administrators).toBe(0);
  });
});

describe('a batch', () => {
  const messages = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ key: Buffer.from('key'), offset: `${n}`, value: Buffer.from('{}') }));

  /** What the client hands over, with a note of all that it is told meanwhile. */
  const payload = (told: string[], count: number, more: object = {}) =>
    ({
      batch: { topic: 'own.fivepoint.deal', partition: 3, messages: messages(count) },
      resolveOffset: (offset: string) => told.push(`resolved ${offset}`),
      commitOffsetsIfNecessary: async () => void told.push('committed'),
      heartbeat: async () => void told.push('heartbeat'),
      isRunning: () => true,
      isStale: () => false,
      ...more,
    }) as unknown as EachBatchPayload;

  let one: ReturnType<typeof member>;
  let told: string[];
  beforeEach(async () => {
    one = member();
    told = [];
    await eventually(() => expect(one.subscription.ready()).toBe(true));
  });
  afterEach(() => one.subscription.stop());

  it('is stored 250 events at once, each before its offset is committed, and the group hears that we live', async () => {
    one.receive.mockImplementation(async (batch) => void told.push(`stored ${batch.length}`));
    await one.client.eachBatch(payload(told, 600));
    expect(told).toEqual([
      ...['stored 250', 'resolved 249', 'committed', 'heartbeat'],
      ...['stored 250', 'resolved 499', 'committed', 'heartbeat'],
      ...['stored 100', 'resolved 599', 'committed', 'heartbeat'],
    ]);
  });

  it('is what the messages are, without the name of the house; a header that comes twice is none', async () => {
    const headers = { ce_id: Buffer.from('a'), ce_type: 'b', ce_source: [Buffer.from('c'), Buffer.from('d')] };
    const [message] = messages(1);
    const batch = { topic: 'own.fivepoint.deal', partition: 3, messages: [{ ...message, headers }, message] };
    await one.client.eachBatch(payload(told, 0, { batch }));
    const place = { topic: 'fivepoint.deal', source: '3/0', key: Buffer.from('key'), value: Buffer.from('{}') };
    const plain = { ce_id: Buffer.from('a'), ce_type: Buffer.from('b'), ce_source: undefined };
    expect(one.stored).toEqual([
      [
        { ...place, headers: plain },
        { ...place, headers: {} },
      ],
    ]);
  });

  it('is tried again where it cannot be stored, while the group hears that we live', async () => {
    one.receive.mockRejectedValueOnce(new Error('the database is away'));
    await one.client.eachBatch(payload(told, 1));
    expect(one.warn.mock.calls).toEqual([
      [
        { consumer: 'receivables', topic: 'fivepoint.deal', error: 'the database is away' },
        'storing events failed; it is tried again',
      ],
    ]);
    expect(told).toEqual(['heartbeat', 'resolved 0', 'committed', 'heartbeat']);
  });

  it.each([
    ['the client has stopped', { isRunning: () => false }],
    ['it was given to another member', { isStale: () => true }],
  ])('is left alone where %s', async (_, more) => {
    await one.client.eachBatch(payload(told, 1, more));
    expect(one.receive).not.toHaveBeenCalled();
    expect(told).toEqual([]);
  });

  it('is left alone once we stop', async () => {
    await one.subscription.stop();
    await one.client.eachBatch(payload(told, 1));
    expect(one.receive).not.toHaveBeenCalled();
  });
});
