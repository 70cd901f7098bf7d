import { join } from 'node:path';
import { topicOf } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { describeKafka, eventually, otherProcess, type SpecKafka } from '@fivepoint/testing';
import { createTopics, defaultTuning, kafkaTransport, on } from '../index';
import { effectsOf, fact, leaveEffect, recordingLog, signed, type SpecCommand, specService } from '../spec/house';
import { kafkaClient } from './client';

describeKafka('a member of a group that is killed', (kafka: SpecKafka) => {
  const parts: { stop(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (let part = parts.pop(); part; part = parts.pop()) await part.stop();
  });

  it('has its partitions and what it was handling taken over within 15 s', async () => {
    const [deal, receivables] = [await specService('deal'), await specService('receivables')];
    parts.push(deal, receivables);
    const address = { brokers: kafka.brokers, prefix: `${uuidv7()}.` };
    const connection = { ...address, clientId: 'spec', log: recordingLog() };
    await createTopics({ ...connection, topics: [topicOf('deal')] });
    const { appUrl, relayUrl, superuserUrl } = receivables.database;
    const file = join(__dirname, '../spec/kafka-process.ts');
    const child = await otherProcess(
      `require(${JSON.stringify(file)}).handleFromKafka(${JSON.stringify({ appUrl, relayUrl, superuserUrl })}, ${JSON.stringify(address)})`,
    );
    parts.push({ stop: () => child.end() });
    await deal.start(kafkaTransport(connection), []);
    await deal.emit([fact(signed, 'slow')]);
    await eventually(
      async () => expect(await receivables.look(`select from inbox_stream where state = 'RUNNING'`)).toHaveLength(1),
      { timeoutMs: 30_000 },
    );
    const handler = on(signed, (command: SpecCommand, event) => leaveEffect('receivables', command, event));
    await receivables.start(kafkaTransport(connection), [{ name: 'receivables', handlers: [handler] }], defaultTuning);
    await eventually(() => expect(membersOfGroup()).resolves.toBe(2), { timeoutMs: 30_000, everyMs: 250 });

    await child.end('SIGKILL');
    const killed = performance.now();
    const keys = Array.from({ length: 60 }, () => uuidv7());
    await deal.emit(keys.map((key) => fact(signed, key)));
    await eventually(async () => expect((await effectsOf(receivables)).length).toBe(61), { timeoutMs: 60_000 });
    const seconds = (performance.now() - killed) / 1_000;
    expect(seconds).toBeLessThan(15);
    // It was dead to its group as well, and not only slow to be missed.
    expect(seconds).toBeGreaterThan(2);

    async function membersOfGroup(): Promise<number> {
      const admin = kafkaClient(connection).admin();
      await admin.connect();
      const { groups } = await admin.describeGroups([`${address.prefix}receivables`]);
      await admin.disconnect();
      return groups[0]?.state === 'Stable' ? groups[0].members.length : 0;
    }
  });
});
