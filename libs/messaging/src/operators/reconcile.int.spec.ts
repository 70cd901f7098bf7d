import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import {
  type Consumer,
  createBus,
  type Difference,
  inProcessTransport,
  on,
  openOperators,
  type OpenOperators,
  reconcile,
} from '../index';
import {
  effectsOf,
  fact,
  leaveEffect,
  lost,
  recordingLog,
  signed,
  type SpecCommand,
  type SpecService,
  specService,
  tenant,
} from '../spec/house';
import { Wire } from '../spec/wire';

/** It handles one of the topic's types, and all of them come to it. */
const consumers: Consumer<SpecCommand>[] = [
  {
    name: 'receivables',
    handlers: [on(signed, (command, event) => leaveEffect('receivables', command, event))],
  },
];
const topic = 'fivepoint.deal';

describe('what a consumer has received, compared with what was published', () => {
  let deal: SpecService;
  let receivables: SpecService;
  let owner: OpenOperators<SpecCommand>;
  let reader: OpenOperators<SpecCommand>;

  beforeEach(async () => {
    [deal, receivables] = [await specService('deal'), await specService('receivables')];
    owner = openOperators({ service: 'deal', relayUrl: deal.database.relayUrl, consumers: [] });
    reader = openOperators({ service: 'receivables', relayUrl: receivables.database.relayUrl, consumers });
  });
  afterEach(async () => {
    await Promise.all([owner.close(), reader.close()]);
    await Promise.all([deal.stop(), receivables.stop()]);
  });

  const compared = async ({ graceSeconds = 0, tenantId }: { graceSeconds?: number; tenantId?: string } = {}) => {
    const found: Difference[] = [];
    const differences = reconcile({
      ...{ consumer: 'receivables', topic, owner: owner.ends, reader: reader.ends, graceSeconds },
      cursor: () => reader.cursor('receivables', topic),
      ...(tenantId !== undefined && { tenantId }),
    });
    for await (const one of differences) found.push(one);
    return found;
  };

  describe('over a broker', () => {
    let out: Wire;
    let into: Wire;
    beforeEach(async () => {
      [out, into] = [new Wire(), new Wire()];
      await deal.start(out, []);
      await receivables.start(into, consumers);
    });

    const publish = async (...keys: string[]) => {
      const events = await deal.emit(keys.map((key) => fact(signed, key)));
      await published();
      return events;
    };
    const published = () =>
      eventually(async () => expect(await owner.publications()).toMatchObject([{ unpublished: 0 }]));

    it('lacks the end of one stream and all of another, and nothing of those that came whole', async () => {
      const [whole, short, never] = [uuidv7(), uuidv7(), uuidv7()];
      const events = await publish(whole, short, short, never, short, short);
      const others = await deal.emit([fact(lost, whole)]);
      await published();
      await into.deliver(...events.filter(({ key, sequence }) => key === whole || (key === short && sequence <= 2)));
      expect((await compared()).map(({ key }) => key)).toContain(whole);
      await into.deliver(...others);
      const [since] = await deal.look<{ created_at: Date }>(
        'select created_at from outbox where key = $1 and sequence = 3',
        [short],
      );
      const lacking = { kind: 'MISSING', consumer: 'receivables', topic, tenantId: tenant, pruned: 0 };
      expect(await compared()).toEqual(
        [
          { ...lacking, key: short, received: 2, published: 4, since: since!.created_at, firstId: events[4]!.id },
          {
            ...{ ...lacking, key: never, received: 0, published: 1, firstId: events[3]!.id },
            since: expect.any(Date) as Date,
          },
        ].sort((one, other) => (one.key < other.key ? -1 : 1)),
      );
      expect(await compared({ tenantId: uuidv7() })).toEqual([]);
      await into.deliver(...events);
      expect(await compared()).toEqual([]);
    });

    it('is not expected to have what is not published yet, or only just', async () => {
      const key = uuidv7();
      const [first] = await publish(key);
      await into.deliver(first!);
      let failing = true;
      out.onPublish = async () => {
        if (failing) throw new Error('the broker is away');
      };
      await deal.emit([fact(signed, key), fact(signed, uuidv7())]);
      expect(await compared()).toEqual([]);
      failing = false;
      await published();
      expect(await compared({ graceSeconds: 60 })).toEqual([]);
      expect(await compared()).toHaveLength(2);
      await deal.look(`update outbox set created_at = created_at - interval '61 seconds' where sequence = 2`);
      expect(await compared({ graceSeconds: 60 })).toMatchObject([{ key, received: 1, published: 2 }]);
    });

    it('is told what cannot be sent again, because it has been pruned', async () => {
      const [gone, half] = [uuidv7(), uuidv7()];
      await publish(gone, half);
      await owner.prune({ outboxBefore: new Date(Date.now() + 1_000) }, Number.MAX_SAFE_INTEGER);
      const [kept] = await publish(half);
      expect((await compared()).sort((one, other) => one.published - other.published)).toMatchObject([
        { key: gone, received: 0, published: 1, pruned: 1, since: null, firstId: null },
        { key: half, received: 0, published: 2, pruned: 1, since: null, firstId: kept!.id },
      ]);
      // What has just been emitted behind what was pruned is not expected yet, what was pruned is.
      expect(await compared({ graceSeconds: 60 })).toMatchObject([{ published: 1 }, { published: 1 }]);
    });

    it('is ahead of an owner that went back in time, and has another event where that gave a number again', async () => {
      const [known, unknown] = [uuidv7(), uuidv7()];
      const events = await publish(known, known, unknown);
      await into.deliver(...events);
      await deal.look('delete from outbox where key = $1 or sequence = 2', [unknown]);
      await deal.look('delete from event_stream where key = $1', [unknown]);
      await deal.look('update event_stream set last_sequence = 1');
      const ahead = await compared({ graceSeconds: 60 });
      expect(new Set(ahead.map(({ kind }) => kind))).toEqual(new Set(['AHEAD']));
      expect(ahead.map(({ key, received, published }) => ({ key, received, published }))).toEqual(
        expect.arrayContaining([
          { key: known, received: 2, published: 1 },
          { key: unknown, received: 1, published: 0 },
        ]),
      );
      await into.deliver(...(await publish(known)));
      expect((await compared()).filter(({ key }) => key === known)).toMatchObject([
        { kind: 'OTHER', received: 2, published: 2 },
      ]);
      expect(await reader.listRejected()).toMatchObject([
        { reason: expect.stringMatching('is taken by event') as string },
      ]);
    });

    it('is compared page by page', async () => {
      const keys = Array.from({ length: 1_201 }, () => uuidv7());
      const events = await publish(...keys);
      const last = [...keys].sort().at(-1);
      await into.deliver(...events.filter(({ key }) => key !== last));
      expect(await compared()).toMatchObject([{ kind: 'MISSING', key: last, received: 0, published: 1 }]);
      await into.deliver(...events);
      await deal.look('delete from event_stream where key = $1', [last]);
      expect(await compared()).toMatchObject([{ kind: 'AHEAD', key: last, received: 1, published: 0 }]);
    });
  });

  it('without a broker is expected to have what it has read, never what is still before it', async () => {
    const bus = createBus();
    const log = recordingLog();
    await deal.start(inProcessTransport(bus, { log }), []);
    const [read, unread] = [uuidv7(), uuidv7()];
    const messaging = await receivables.start(inProcessTransport(bus, { log }), consumers);
    await deal.emit([fact(signed, read)]);
    await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(1));
    await messaging.stop();
    await deal.emit([fact(signed, read), fact(signed, unread)]);
    await eventually(async () => expect(await owner.publications()).toMatchObject([{ unpublished: 0 }]));
    expect(await compared()).toEqual([]);
    await receivables.look('update in_process_cursor set position = 3');
    expect((await compared()).map(({ key }) => key).sort()).toEqual([read, unread].sort());
    await receivables.look('update in_process_cursor set position = 1, log_id = gen_random_uuid()');
    expect(await compared()).toHaveLength(2);
  });

  it('without a broker passes over what an owner that went back in time publishes first, until its place is forgotten', async () => {
    const bus = createBus();
    const log = recordingLog();
    const start = async () => [
      await deal.start(inProcessTransport(bus, { log }), []),
      await receivables.start(inProcessTransport(bus, { log }), consumers),
    ];
    const running = await start();
    const [old, forgotten, fresh] = [uuidv7(), uuidv7(), uuidv7()];
    await deal.emit([fact(signed, old)]);
    await deal.emit([fact(signed, forgotten), fact(signed, forgotten)]);
    await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(3));
    await Promise.all(running.map((one) => one.stop()));
    // What a backup holds that was made before the second command.
    await deal.look('delete from outbox where position > 1');
    await deal.look('delete from event_stream where key = $1', [forgotten]);
    await deal.look('update relay_state set last_position = 1');
    await deal.look('update relay_publication set published_position = 1');
    const again = await start();
    await deal.emit([fact(signed, fresh), fact(signed, old)]);
    await eventually(async () => expect(await owner.publications()).toMatchObject([{ unpublished: 0 }]));
    const lacking = (await compared()).filter(({ kind }) => kind === 'MISSING');
    expect(lacking.map(({ key }) => key).sort()).toEqual([fresh, old].sort());
    await Promise.all(again.map((one) => one.stop()));
    await receivables.look('delete from in_process_cursor where topic = $1', [topic]);
    await start();
    await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(5));
    expect(await compared()).toMatchObject([{ kind: 'AHEAD', key: forgotten, received: 2, published: 0 }]);
  });

  it('gives no false alarm while both are at work', async () => {
    const bus = createBus();
    const log = recordingLog();
    await deal.start(inProcessTransport(bus, { log }), []);
    await receivables.start(inProcessTransport(bus, { log }), consumers);
    const keys = Array.from({ length: 20 }, () => uuidv7());
    let rounds = 0;
    const looked = (async () => {
      while (rounds < 60) expect(await compared()).toEqual([]);
    })();
    for (; rounds < 60; rounds++) await deal.emit(keys.map((key) => fact(signed, key)));
    await looked;
    await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(1_200));
    expect(await compared()).toEqual([]);
  });
});
