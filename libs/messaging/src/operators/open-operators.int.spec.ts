import { type AnyEnvelope, topicOf } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import {
  type Consumer,
  createBus,
  inProcessTransport,
  on,
  openOperators,
  type OpenOperators,
  type Tuning,
} from '../index';
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

const timeline = 'receivables.timeline';
const consumers: Consumer<SpecCommand>[] = [
  {
    name: timeline,
    handlers: [on(signed, (command, event) => leaveEffect(timeline, command, event))],
    projection: {
      async clear({ manager }, _scope, eventIds) {
        await manager.query('delete from effect where consumer = $1 and event_id = any($2)', [timeline, eventIds]);
      },
    },
  },
];

describe("an operator's own process beside a service at work", () => {
  let deal: SpecService;
  let receivables: SpecService;
  let owner: OpenOperators<SpecCommand>;
  let operators: OpenOperators<SpecCommand>;
  beforeEach(async () => {
    [deal, receivables] = [await specService('deal'), await specService('receivables')];
    owner = openOperators({ service: 'deal', relayUrl: deal.database.relayUrl, consumers: [] });
    operators = openOperators({ service: 'receivables', relayUrl: receivables.database.relayUrl, consumers });
  });
  afterEach(async () => {
    await Promise.all([owner.close(), operators.close()]);
    await Promise.all([deal.stop(), receivables.stop()]);
  });

  const work = async (tuning: Partial<Tuning> = {}) => {
    const bus = createBus();
    const log = recordingLog();
    await deal.start(inProcessTransport(bus, { log, pollMs: 100 }), []);
    await receivables.start(inProcessTransport(bus, { log, pollMs: 100 }), consumers, tuning);
  };
  const emit = (keys: readonly string[], each: number) =>
    deal.emit(Array.from({ length: each * keys.length }, (_, n) => fact(signed, keys[n % keys.length]!)));
  const expectEffects = (count: number) =>
    eventually(async () => expect(await effectsOf(receivables, timeline)).toHaveLength(count));
  const replay = (mode: 'missing' | 'rebuild', scope = {}) =>
    operators.replay(
      { consumer: timeline, mode, scope },
      {
        logOf: () => owner.outbox,
        send: (consumer, topic, envelopes) => operators.deliver(consumer, topic, envelopes),
        runInTransaction: receivables.runInTransaction,
      },
    );

  it('rebuilds a projection while new events are received and handled, each once and in order', async () => {
    await work();
    const keys = Array.from({ length: 5 }, () => uuidv7());
    await emit(keys, 10);
    await expectEffects(50);
    await receivables.look(`update effect set data = '"spoilt"'`);
    let emitting = true;
    let emitted = 50;
    const emitter = (async () => {
      for (; emitting; emitted += keys.length) {
        await emit(keys, 1);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })();
    for (let n = 0; n < 5; n++) await replay('rebuild');
    emitting = false;
    await emitter;
    await expectEffects(emitted);
    expect(await receivables.look(`select from effect where data::text = '"spoilt"'`)).toEqual([]);
    const effects = await effectsOf(receivables, timeline);
    for (const key of keys) {
      const sequences = effects.filter((effect) => effect.key === key).map(({ sequence }) => Number(sequence));
      expect(sequences).toEqual(Array.from({ length: emitted / keys.length }, (_, n) => n + 1));
    }
  });

  it('wakes who handles, long before he would look himself', async () => {
    await work({ pollMs: 60_000, aliveCheckMs: 60_000 });
    await emit([uuidv7()], 1);
    await expectEffects(1);
    // Lost from the inbox, so that the transport, which has read past it, never brings it again.
    const [event] = await emit([uuidv7()], 1);
    await expectEffects(2);
    await receivables.look('delete from inbox where event_id = $1', [event!.id]);
    await receivables.look(`update inbox_stream set handled = 0, state = 'MISSING' where key = $1`, [event!.key]);
    expect(await replay('missing', { key: event!.key })).toEqual({ sent: 1, cleared: 0, unfilled: [] });
    await expectEffects(3);
  });

  it('tells which holes it could not fill', async () => {
    await work();
    const key = uuidv7();
    const events = await emit([key], 3);
    await expectEffects(3);
    await deal.look('delete from outbox where id = $1', [events[1]!.id]);
    await receivables.look('delete from inbox where sequence = 2');
    await receivables.look(`update inbox_stream set handled = 1, state = 'MISSING'`);
    const { unfilled } = await replay('missing');
    expect(unfilled).toMatchObject([{ consumer: timeline, topic: topicOf('deal'), key, sequence: 2 }]);
    expect((await replay('missing', { key: uuidv7() })).unfilled).toEqual([]);
  });

  it('sees how far publication and reading have come, also while nobody works', async () => {
    const [event] = await emit([uuidv7()], 2);
    expect(await owner.publications()).toEqual([]);
    await work();
    await expectEffects(2);
    await eventually(async () =>
      expect(await owner.publications()).toMatchObject([{ transport: 'in-process', unpublished: 0 }]),
    );
    const { logId } = await owner.outbox.after(0, 1);
    expect(await operators.cursor(timeline, topicOf('deal'))).toEqual({ logId, position: 2 });
    expect(await operators.cursor(timeline, topicOf('planning'))).toBeNull();
    await expect(operators.deliver('nobody', topicOf('deal'), [event as AnyEnvelope])).rejects.toThrow(/no consumer/);
  });
});
