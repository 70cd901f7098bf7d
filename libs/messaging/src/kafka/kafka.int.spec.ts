import { topicOf } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { describeKafka, eventually, type SpecKafka } from '@fivepoint/testing';
import { Partitioners, type Producer } from 'kafkajs';
import { createTopics, encode, kafkaTransport, type Messaging, on } from '../index';
import { noLog } from '../log';
import { acceptance } from '../spec/acceptance';
import {
  effectsOf,
  fact,
  leaveEffect,
  recordingLog,
  signed,
  type SpecCommand,
  type SpecService,
  specService,
} from '../spec/house';
import { kafkaClient } from './client';

const topics = ['deal', 'receivables', 'customer-success'].map((owner) => topicOf(owner as 'deal'));

describeKafka('events over Kafka', (kafka: SpecKafka) => {
  /** Each spec has topics and groups of its own, all on one broker. */
  const house = async (partitions = 3) => {
    const connection = { brokers: kafka.brokers, clientId: 'spec', log: recordingLog(), prefix: `${uuidv7()}.` };
    await createTopics({ ...connection, topics, partitions });
    return connection;
  };

  acceptance(async () => {
    const connection = await house();
    return {
      transport: () => kafkaTransport(connection),
      replayMissing: async (owner, _subscriber, consumer) => {
        expect(await owner.operators.resend({ consumer, scope: {} })).toBeGreaterThan(0);
      },
      end: async () => undefined,
    };
  }, 30_000);

  describe('beyond what all transports do', () => {
    let deal: SpecService;
    let receivables: SpecService;
    let running: Messaging[];
    beforeEach(async () => {
      [deal, receivables] = [await specService('deal'), await specService('receivables')];
      running = [];
    });
    afterEach(async () => {
      await Promise.all(running.map((one) => one.stop()));
      await Promise.all([deal.stop(), receivables.stop()]);
    });

    const consumers = [
      {
        name: 'receivables',
        handlers: [on(signed, (command: SpecCommand, event) => leaveEffect('receivables', command, event))],
      },
    ];
    const within = { timeoutMs: 40_000, everyMs: 50 };
    const start = async (
      service: SpecService,
      connection: Awaited<ReturnType<typeof house>>,
      handled: typeof consumers = [],
    ) => {
      const messaging = await service.start(kafkaTransport(connection), handled);
      running.push(messaging);
      return messaging;
    };
    const expectCount = (count: number) =>
      eventually(async () => expect((await effectsOf(receivables)).length).toBe(count), within);
    const withProducer = async (
      connection: Awaited<ReturnType<typeof house>>,
      work: (producer: Producer) => Promise<unknown>,
    ) => {
      const producer = kafkaClient(connection).producer({ createPartitioner: Partitioners.DefaultPartitioner });
      await producer.connect();
      await work(producer);
      await producer.disconnect();
    };

    it('creates its topics once, to be kept for ever, and no other', async () => {
      const connection = { brokers: kafka.brokers, clientId: 'spec', log: noLog, prefix: `${uuidv7()}.` };
      const created = await createTopics(connection);
      expect(created.sort()).toEqual(
        ['acquisition', 'customer-success', 'deal', 'planning', 'receivables'].map(
          (owner) => `${connection.prefix}fivepoint.${owner}`,
        ),
      );
      expect(await createTopics(connection)).toEqual([]);
      const admin = kafkaClient(connection).admin();
      await admin.connect();
      const { topics: metadata } = await admin.fetchTopicMetadata({ topics: created });
      expect(metadata.map(({ partitions }) => partitions.length)).toEqual([6, 6, 6, 6, 6]);
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: 2, name: created[0]! }],
      });
      expect(resources[0]?.configEntries.find(({ configName }) => configName === 'retention.ms')?.configValue).toBe(
        '-1',
      );
      await admin.disconnect();
    });

    it('says in what a topic that was there differs, and leaves it as it is', async () => {
      const connection = { brokers: kafka.brokers, clientId: 'spec', log: recordingLog(), prefix: `${uuidv7()}.` };
      const deals = { ...connection, topics: [topicOf('deal')] };
      const name = `${connection.prefix}fivepoint.deal`;
      // kafkajs warns in words of its own while brokers have not heard of a topic yet.
      const differences = () =>
        connection.log.lines.map(({ message }) => message).filter((message) => message.startsWith(name));
      await createTopics({ ...deals, partitions: 2 });
      expect(await createTopics({ ...deals, partitions: 2 })).toEqual([]);
      expect(differences()).toEqual([]);
      expect(await createTopics({ ...deals, replicas: 3 })).toEqual([]);
      expect(differences()).toEqual([
        `${name} has 2 partitions, 6 are wanted: at most 2 processes share a consumer's work on it`,
        `${name} has 1 replicas, 3 are wanted: brokers that are lost take events with them`,
        `${name} has 1 min.insync.replicas, 2 are wanted: an event may be confirmed that too few brokers have`,
      ]);
    });

    it('refuses a topic that the broker has made by itself, which forgets events, and makes none beside it', async () => {
      const connection = { brokers: kafka.brokers, clientId: 'spec', log: recordingLog(), prefix: `${uuidv7()}.` };
      const name = `${connection.prefix}fivepoint.deal`;
      const admin = kafkaClient(connection).admin();
      await admin.connect();
      // What a broker gives a topic that it makes for a producer, unless it was told otherwise, as ours is: a week.
      const week = [{ name: 'retention.ms', value: '604800000' }];
      await admin.createTopics({ waitForLeaders: false, topics: [{ topic: name, configEntries: week }] });
      await eventually(async () => expect(await admin.listTopics()).toContain(name), within);
      await expect(createTopics(connection)).rejects.toThrow(
        new RegExp(`^${name} has retention.ms=604800000, not -1: events would be lost. Set it with kafka-configs.sh`),
      );
      expect((await admin.listTopics()).filter((topic) => topic.startsWith(connection.prefix))).toEqual([name]);
      const set = (configEntries: { name: string; value: string }[]) =>
        admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name, configEntries }] });
      await set([
        { name: 'retention.ms', value: '-1' },
        { name: 'cleanup.policy', value: 'compact' },
      ]);
      await expect(createTopics(connection)).rejects.toThrow('has cleanup.policy=compact, not delete');
      await set([{ name: 'retention.ms', value: '-1' }]);
      expect(await createTopics(connection)).toHaveLength(4);
      await admin.disconnect();
    });

    it('waits for topics that are not there, and never creates one', async () => {
      const connection = { brokers: kafka.brokers, clientId: 'spec', log: recordingLog(), prefix: `${uuidv7()}.` };
      const subscriber = await start(receivables, connection, consumers);
      await start(deal, connection);
      await deal.emit([fact(signed, uuidv7())]);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(subscriber.ready()).toBe(false);
      const admin = kafkaClient(connection).admin();
      await admin.connect();
      expect((await admin.listTopics()).filter((topic) => topic.startsWith(connection.prefix))).toEqual([]);
      await admin.disconnect();
      await createTopics({ ...connection, topics });
      await eventually(() => expect(subscriber.ready()).toBe(true), within);
      await expectCount(1);
    });

    it('lets a message that is no event, and an event that cannot be read, block nothing but its own stream', async () => {
      const connection = await house(1);
      const subscriber = await start(receivables, connection, consumers);
      const [good, bad] = [uuidv7(), uuidv7()];
      const events = await deal.emit([fact(signed, bad), fact(signed, bad), fact(signed, good)]);
      const messages = events.map((event) => encode(event));
      const topic = `${connection.prefix}fivepoint.deal`;
      await withProducer(connection, (producer) =>
        producer.send({
          topic,
          messages: [
            { key: 'k', value: Buffer.from([0xff, 0x00]) },
            { key: null, value: null },
            { ...messages[0]!, headers: { ...messages[0]!.headers, ce_id: ['a', 'b'] } },
            { ...messages[0]!, value: Buffer.from('{"half":') },
            messages[1]!,
            messages[2]!,
          ],
        }),
      );
      await expectCount(1);
      expect((await effectsOf(receivables))[0]?.key).toBe(good);
      expect(await subscriber.operators.listParked()).toMatchObject([
        { key: bad, sequence: 1, reason: 'the value is not JSON', bytes: Buffer.from('{"half":'), waitingBehind: 1 },
      ]);
      const rejected = await subscriber.operators.listRejected();
      expect(rejected.map(({ source }) => source)).toEqual(['0/2', '0/1', '0/0']);
      expect(rejected[2]?.bytes).toEqual(Buffer.from([0xff, 0x00]));
    });

    it('stores a batch again that it could not store, and commits no offset before', async () => {
      const connection = await house(1);
      await start(deal, connection);
      await receivables.look(`
        create function stumble() returns trigger language plpgsql as $$ begin
          if random() < 0.8 then raise 'stumbled' using errcode = '57014'; end if;
          return null;
        end $$;
        create trigger stumble after insert on inbox for each statement execute function stumble()`);
      const first = await start(receivables, connection, consumers);
      for (let n = 0; n < 20; n++) await deal.emit([fact(signed, `key-${n % 3}`)]);
      await eventually(() => expect(first.ready()).toBe(true), within);
      await first.stop();
      await start(receivables, connection, consumers);
      await expectCount(20);
      const [row] = await receivables.look<{ count: string }>('select count(*) from inbox');
      expect(row?.count).toBe('20');
    });

    it('takes a topic from its beginning when its group is new, and goes on behind what it has committed', async () => {
      const connection = await house(1);
      await start(deal, connection);
      await deal.emit(Array.from({ length: 10 }, () => fact(signed, uuidv7())));
      const first = await start(receivables, connection, consumers);
      await expectCount(10);
      await eventually(async () => {
        const admin = kafkaClient(connection).admin();
        await admin.connect();
        const [offsets] = await admin.fetchOffsets({
          groupId: `${connection.prefix}receivables`,
          topics: [`${connection.prefix}fivepoint.deal`],
        });
        await admin.disconnect();
        expect(offsets?.partitions.map(({ offset }) => Number(offset))).toEqual([10]);
      }, within);
      await first.stop();
    });

    it('keeps what the broker refuses, and has it stored in order as soon as it is taken', async () => {
      const connection = await house(2);
      const owner = await start(deal, connection);
      await start(receivables, connection, consumers);
      const admin = kafkaClient(connection).admin();
      await admin.connect();
      const topic = { type: 2, name: `${connection.prefix}fivepoint.deal` };
      const name = 'max.message.bytes';
      const largest = async (bytes: number) => {
        const configEntries = [{ name, value: String(bytes) }];
        await admin.alterConfigs({ validateOnly: false, resources: [{ ...topic, configEntries }] });
        // The broker goes by it a moment later.
        await eventually(async () => {
          const { resources } = await admin.describeConfigs({
            includeSynonyms: false,
            resources: [{ ...topic, configNames: [name] }],
          });
          expect(resources[0]?.configEntries[0]?.configValue).toBe(String(bytes));
        }, within);
      };
      await largest(64);
      const keys = Array.from({ length: 6 }, () => uuidv7());
      await deal.emit(keys.map((key) => fact(signed, key)));
      const refused = () =>
        connection.log.lines.filter(({ message }) => /larger than the max message size/.test(message));
      await eventually(() => expect(refused().length).toBeGreaterThan(2), within);
      await deal.emit(keys.map((key) => fact(signed, key)));
      expect((await owner.operators.outboxAge()).unpublished).toBe(12);
      await largest(1_048_576);
      await admin.disconnect();
      await expectCount(12);
      for (const key of keys) {
        const effects = (await effectsOf(receivables)).filter((effect) => effect.key === key);
        expect(effects.map(({ sequence }) => Number(sequence))).toEqual([1, 2]);
      }
    });

    it('loses nothing and does nothing twice when the broker is killed and comes back', async () => {
      const connection = await house();
      const owner = await start(deal, connection);
      const subscriber = await start(receivables, connection, consumers);
      const keys = Array.from({ length: 10 }, () => uuidv7());
      let emitted = 0;
      let emitting = true;
      const emitter = (async () => {
        while (emitting) {
          await deal.emit(keys.map((key) => fact(signed, key)));
          emitted += keys.length;
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
      })();
      await eventually(async () => expect((await effectsOf(receivables)).length).toBeGreaterThan(0), within);
      await kafka.kill();
      const { unpublished } = await owner.operators.outboxAge();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect((await owner.operators.outboxAge()).unpublished).toBeGreaterThan(unpublished);
      await kafka.restart();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      emitting = false;
      await emitter;
      await expectCount(emitted);
      await eventually(() => expect(subscriber.ready()).toBe(true), within);
      const effects = await effectsOf(receivables);
      for (const key of keys) {
        const sequences = effects.filter((effect) => effect.key === key).map(({ sequence }) => Number(sequence));
        expect(sequences).toEqual(sequences.map((_, n) => n + 1));
      }
    });
  });
});
