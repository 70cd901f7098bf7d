import type { AnyEnvelope, EventType } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import {
  type Bus,
  type Consumer,
  createBus,
  type InboxOperators,
  inProcessTransport,
  type Messaging,
  on,
  openOperators,
  operatorsIn,
  ReplayRefused,
} from '../index';
import {
  effectsOf,
  exampleOf,
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

const timeline = 'receivables.timeline';

describe('what operators can do', () => {
  let deal: SpecService;
  let receivables: SpecService;
  let bus: Bus;
  let running: Messaging[];
  beforeEach(async () => {
    [deal, receivables] = [await specService('deal'), await specService('receivables')];
    bus = createBus();
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    await Promise.all([deal.stop(), receivables.stop()]);
  });

  const start = async (service: SpecService, consumers: Consumer<SpecCommand>[] = []) => {
    const messaging = await service.start(inProcessTransport(bus, { log: recordingLog(), pollMs: 100 }), consumers);
    running.push(messaging);
    return messaging;
  };
  const projection = (types: EventType[] = [signed]): Consumer<SpecCommand> => ({
    name: timeline,
    handlers: types.map((type) => on(type, (command, event) => leaveEffect(timeline, command, event))),
    projection: {
      async clear({ manager }, _scope, eventIds) {
        await manager.query('delete from effect where consumer = $1 and event_id = any($2)', [timeline, eventIds]);
      },
    },
  });
  const emit = (keys: readonly string[], each: number, type: EventType = signed) =>
    deal.emit(Array.from({ length: each * keys.length }, (_, n) => fact(type, keys[n % keys.length]!)));
  const sequences = async (key: string, consumer = timeline) =>
    (await effectsOf(receivables, consumer))
      .filter((effect) => effect.key === key)
      .map(({ sequence }) => Number(sequence));
  const expectEffects = (count: number) =>
    eventually(async () => expect(await effectsOf(receivables, timeline)).toHaveLength(count));

  describe('replay', () => {
    it('rebuilds a projection from the beginning, in order, also while new events come', async () => {
      await start(deal);
      const subscriber = await start(receivables, [projection()]);
      const keys = [uuidv7(), uuidv7()];
      await emit(keys, 10);
      await expectEffects(20);
      await receivables.look(`update effect set data = '"spoilt"'`);
      const emitting = emit(keys, 5);
      const { cleared, sent } = await subscriber.operators.replay({ consumer: timeline, mode: 'rebuild', scope: {} });
      await emitting;
      expect(cleared).toBeGreaterThanOrEqual(20);
      expect(sent).toBeGreaterThanOrEqual(20);
      await expectEffects(30);
      for (const key of keys) expect(await sequences(key)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
      expect(await receivables.look(`select from effect where data::text = '"spoilt"'`)).toEqual([]);
    });

    it('rebuilds one account, one turn, or what came since a moment, and leaves the rest alone', async () => {
      await start(deal);
      const subscriber = await start(receivables, [projection()]);
      const [key, other] = [uuidv7(), uuidv7()];
      const early = await emit([key, other], 3);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const since = new Date();
      const late = await emit([key, other], 2);
      await expectEffects(10);
      const rebuild = async (scope: object) => {
        await receivables.look(`update effect set data = '"old"'`);
        await subscriber.operators.replay({ consumer: timeline, mode: 'rebuild', scope });
        await expectEffects(10);
        const rows = await receivables.look<{ event_id: string }>(
          `select event_id from effect where data::text <> '"old"'`,
        );
        return rows.map(({ event_id }) => event_id).sort();
      };
      const ids = (events: readonly AnyEnvelope[]) => events.map(({ id }) => id).sort();
      expect(await rebuild({ key })).toEqual(ids([...early, ...late].filter((event) => event.key === key)));
      expect(await rebuild({ since })).toEqual(ids(late));
      expect(await rebuild({ correlationId: early[2]!.correlationId })).toEqual([early[2]!.id]);
      expect(await rebuild({ tenantId: uuidv7() })).toEqual([]);
      expect(await receivables.look(`select from inbox_stream where state <> 'IDLE'`)).toEqual([]);
    });

    it.each(['\u0000', '\ud800'])(
      'of one turn goes past an event with a text that PostgreSQL cannot read: %j',
      async (text) => {
        await start(deal);
        const subscriber = await start(receivables, [projection()]);
        const paymentTerms = [{ ...exampleOf(signed).paymentTerms[0]!, name: `首付${text}` }];
        await deal.emit([fact(signed, uuidv7(), { paymentTerms } as never)]);
        const [one] = await emit([uuidv7()], 1);
        await expectEffects(2);
        const scope = { correlationId: one!.correlationId };
        const replayed = (mode: 'missing' | 'rebuild') =>
          subscriber.operators.replay({ consumer: timeline, mode, scope });
        expect(await replayed('missing')).toEqual({ sent: 1, cleared: 0, unfilled: [] });
        expect(await replayed('rebuild')).toEqual({ sent: 1, cleared: 1, unfilled: [] });
        await expectEffects(2);
      },
    );

    it('by a rebuild comes after what happens now', async () => {
      await start(deal);
      const keys: string[] = [];
      let goOn = () => undefined as void;
      const held = new Promise<void>((resolve) => (goOn = resolve));
      const [busy, again, now] = [uuidv7(), uuidv7(), uuidv7()];
      const { projection: clearing } = projection();
      const slow: Consumer<SpecCommand> = {
        name: timeline,
        handlers: [
          on(signed, async (command, event) => {
            keys.push(event.key);
            if (event.key === busy) await held;
            await leaveEffect(timeline, command, event);
          }),
        ],
        projection: clearing!,
      };
      const transport = inProcessTransport(bus, { log: recordingLog(), pollMs: 100 });
      const subscriber = await receivables.start(transport, [slow], { concurrency: 1 });
      running.push(subscriber);
      await emit([again], 1);
      await expectEffects(1);
      await emit([busy], 1);
      await eventually(() => expect(keys).toEqual([again, busy]));
      await subscriber.operators.replay({ consumer: timeline, mode: 'rebuild', scope: { key: again } });
      await emit([now], 1);
      await eventually(async () =>
        expect(await receivables.look('select from inbox where key = any($1)', [[again, now]])).toHaveLength(2),
      );
      goOn();
      await expectEffects(3);
      expect(keys).toEqual([again, busy, now, again]);
    });

    it('of one turn finds all that is behind it, although the inbox was pruned meanwhile', async () => {
      await start(deal);
      const subscriber = await start(receivables, [projection()]);
      const key = uuidv7();
      const [one] = await deal.emit([fact(signed, key), fact(lost, key)]);
      await eventually(async () =>
        expect(await receivables.look('select state, handled from inbox_stream')).toEqual([
          { state: 'IDLE', handled: '2' },
        ]),
      );
      // The second, which is ignored, came long ago; the first was handled only now.
      await receivables.look(`update inbox set received_at = now() - interval '2 days'`);
      const { inbox } = await subscriber.operators.prune({ inboxBefore: new Date(Date.now() - 86_400_000) });
      expect(inbox).toBe(0);
      await subscriber.operators.replay({
        consumer: timeline,
        mode: 'rebuild',
        scope: { correlationId: one!.correlationId },
      });
      await eventually(async () =>
        expect(await receivables.look('select state, handled from inbox_stream')).toEqual([
          { state: 'IDLE', handled: '2' },
        ]),
      );
    });

    it('is refused for a consumer that does more than project, and changes nothing', async () => {
      await start(deal);
      const doer = { name: 'receivables', handlers: [on(signed, async () => undefined)] };
      const subscriber = await start(receivables, [doer]);
      const replay = subscriber.operators.replay({ consumer: 'receivables', mode: 'rebuild', scope: {} });
      await expect(replay).rejects.toThrow(ReplayRefused);
      const unknown = subscriber.operators.replay({ consumer: 'nobody', mode: 'missing', scope: {} });
      await expect(unknown).rejects.toThrow(/no consumer nobody/);
    });

    it('is refused where the owner is not in this process', async () => {
      const subscriber = await start(receivables, [projection()]);
      const replay = subscriber.operators.replay({ consumer: timeline, mode: 'missing', scope: {} });
      await expect(replay).rejects.toThrow(/not in this process/);
    });

    it('rebuilds nothing that the owner could not send again', async () => {
      const owner = await start(deal);
      const subscriber = await start(receivables, [projection()]);
      const keys = [uuidv7()];
      await emit(keys, 4);
      await expectEffects(4);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const since = new Date();
      expect(await owner.operators.prune({ outboxBefore: since })).toMatchObject({ outbox: 4, inbox: 0 });
      await emit(keys, 2);
      await expectEffects(6);
      const whole = subscriber.operators.replay({ consumer: timeline, mode: 'rebuild', scope: {} });
      await expect(whole).rejects.toThrow(/pruned within this scope/);
      expect(await sequences(keys[0]!)).toHaveLength(6);
      const rest = await subscriber.operators.replay({ consumer: timeline, mode: 'rebuild', scope: { since } });
      expect(rest).toEqual({ cleared: 2, sent: 2, unfilled: [] });
      await expectEffects(6);
    });

    it('handles what was ignored, now that there is a handler, and the rest not again', async () => {
      await start(deal);
      const before = await start(receivables, [projection([signed])]);
      const key = uuidv7();
      await deal.emit([fact(signed, key), fact(lost, key), fact(signed, key), fact(lost, key)]);
      await expectEffects(2);
      await before.stop();
      const now = await start(receivables, [projection([signed, lost])]);
      await now.operators.replay({ consumer: timeline, mode: 'missing', scope: {} });
      await expectEffects(4);
      expect((await sequences(key)).sort()).toEqual([1, 2, 3, 4]);
    });
  });

  describe('pruning', () => {
    it('takes what all have read, and sequences go on', async () => {
      const owner = await start(deal);
      const key = uuidv7();
      await emit([key], 3);
      // Nobody has published or read it yet, whatever the time.
      await start(receivables, [projection()]);
      await expectEffects(3);
      const later = new Date(Date.now() + 1_000);
      await eventually(async () =>
        expect(await owner.operators.prune({ outboxBefore: later })).toMatchObject({ outbox: 3 }),
      );
      const [event] = await emit([key], 1);
      expect(event?.sequence).toBe(4);
      await expectEffects(4);
      expect(await sequences(key)).toEqual([1, 2, 3, 4]);
    });

    it('leaves what a reader has not read', async () => {
      const owner = await start(deal);
      await start(receivables, [projection()]);
      await emit([uuidv7()], 2);
      await expectEffects(2);
      await receivables.look(`alter table in_process_cursor add check (position < 3)`);
      await emit([uuidv7()], 2);
      const later = new Date(Date.now() + 1_000);
      await eventually(async () => expect((await owner.operators.outboxAge()).unpublished).toBe(0));
      expect(await owner.operators.prune({ outboxBefore: later })).toMatchObject({ outbox: 2, inbox: 0 });
      expect(await owner.operators.prune({ outboxBefore: later })).toMatchObject({ outbox: 0, inbox: 0 });
    });

    it('leaves what is not published, and everything while nobody reads', async () => {
      const owner = await start(deal);
      const later = new Date(Date.now() + 60_000);
      await emit([uuidv7()], 4);
      await eventually(async () => expect((await owner.operators.outboxAge()).unpublished).toBe(0));
      expect(await owner.operators.prune({ outboxBefore: later })).toMatchObject({ outbox: 0, inbox: 0 });
      await start(receivables, [projection()]);
      await expectEffects(4);
      await deal.look('update relay_publication set published_position = 3');
      expect(await owner.operators.prune({ outboxBefore: later })).toMatchObject({ outbox: 3, inbox: 0 });
    });

    it('leaves everything while no transport has published anything', async () => {
      const owner = await start(deal);
      const later = new Date(Date.now() + 60_000);
      await start(receivables, [projection()]);
      await emit([uuidv7()], 2);
      await expectEffects(2);
      await owner.stop();
      await deal.look('delete from relay_publication');
      const operators = openOperators({ service: 'deal', relayUrl: deal.database.relayUrl, consumers: [] });
      const pruned = await operators.prune({ outboxBefore: later }, Number.MAX_SAFE_INTEGER);
      await operators.close();
      expect(pruned).toMatchObject({ outbox: 0, inbox: 0 });
    });

    it('empties an inbox of what is settled, and duplicates of it still do nothing', async () => {
      const owner = await start(deal);
      const subscriber = await start(receivables, [projection()]);
      const keys = [uuidv7(), uuidv7()];
      await emit(keys, 3);
      await expectEffects(6);
      const later = new Date(Date.now() + 1_000);
      expect(await subscriber.operators.prune({ inboxBefore: later })).toMatchObject({ outbox: 0, inbox: 6 });
      await owner.operators.resend({ consumer: timeline, scope: {} });
      await emit(keys, 1);
      await expectEffects(8);
      for (const key of keys) expect(await sequences(key)).toEqual([1, 2, 3, 4]);
    });

    it('forgets what was no event once it is old, and only that', async () => {
      const { operators } = await start(receivables, [projection()]);
      await receivables.look(
        `insert into inbox_rejected (consumer, topic, source_position, headers, reason, received_at)
         select $1, 'fivepoint.deal', n, '{}', 'planted', now() - n * interval '1 day' from generate_series(1, 3) n`,
        [timeline],
      );
      const before = new Date(Date.now() - 36 * 3_600_000);
      expect(await operators.prune({ rejectedBefore: before })).toEqual({ outbox: 0, inbox: 0, rejected: 2 });
      expect((await operators.listRejected()).map(({ source }) => source)).toEqual(['1']);
    });
  });

  describe('in a command of their own tenant', () => {
    const parks: Consumer<SpecCommand> = {
      name: 'receivables',
      handlers: [
        on(signed, (command, event) =>
          broken ? Promise.reject(new Error('broken')) : leaveEffect('receivables', command, event),
        ),
      ],
    };
    let broken = true;
    const inTenant = <R>(tenantId: string, work: (operators: ReturnType<typeof operatorsIn>) => Promise<R>) =>
      receivables.dataSource.transaction(async (manager) => {
        await manager.query(`set local app.tenant = '${tenantId}'`);
        return work(operatorsIn(manager));
      });

    it('see and decide about its events only, together with the rest of the command or not at all', async () => {
      broken = true;
      await start(deal);
      await receivables.start(inProcessTransport(bus, { log: recordingLog() }), [parks], { maxAttempts: 1 });
      const [event] = await emit([uuidv7()], 1);
      const ref = { tenantId: event!.tenantId, consumer: 'receivables', eventId: event!.id };
      await eventually(async () =>
        expect(await inTenant(tenant, (operators) => operators.listParked())).toHaveLength(1),
      );
      const elsewhere = await inTenant(uuidv7(), async (operators) => [
        await operators.listParked(),
        await operators.retryParked(ref),
      ]);
      expect(elsewhere).toEqual([[], 'NOT_PARKED']);
      broken = false;
      const undone = inTenant(tenant, async (operators) => {
        expect(await operators.retryParked(ref)).toBe('OK');
        throw new Error('audit failed');
      });
      await expect(undone).rejects.toThrow('audit failed');
      expect(await inTenant(tenant, (operators) => operators.listParked())).toHaveLength(1);
      expect(await inTenant(tenant, (operators) => operators.retryParked(ref))).toBe('OK');
      await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(1));
      expect(await inTenant(tenant, (operators) => operators.consumerLag())).toMatchObject([{ pending: 0, parked: 0 }]);
      expect(await inTenant(tenant, (operators) => operators.listRejected())).toEqual([]);
    });

    it('release one of many parked events without reading all of them for each', async () => {
      const ids = Array.from({ length: 500 }, () => uuidv7());
      const [event] = await emit([uuidv7()], 1);
      await receivables.look(
        `with planted as (
           insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope)
           select $1, 'receivables', id, 'fivepoint.deal', id::text, 1, $3, 'PARKED', $4 from unnest($2::uuid[]) id
           returning *)
         insert into inbox_stream (tenant_id, consumer, topic, key, received, state)
         select tenant_id, consumer, topic, key, 1, 'PARKED' from planted`,
        [tenant, ids, signed, event],
      );
      const ref = (at: number) => ({ tenantId: tenant, consumer: 'receivables', eventId: ids[at]! });
      const decisions = [
        (one: InboxOperators) => one.retryParked(ref(0)),
        (one: InboxOperators) => one.discardParked({ ...ref(1), reason: 'planted' }),
      ];
      for (const decide of decisions) {
        const read = await receivables.dataSource.transaction(async (manager) => {
          await manager.query(`set local app.tenant = '${tenant}'`);
          expect(await decide(operatorsIn(manager))).toBe('OK');
          const rows: { rows: string }[] = await manager.query(
            `select seq_tup_read + idx_tup_fetch as rows from pg_stat_xact_user_tables
             where relname in ('inbox', 'inbox_stream')`,
          );
          return rows.map(({ rows }) => Number(rows));
        });
        expect(read).toHaveLength(2);
        // Never analysed, the tables may be read through, but not once for each parked event.
        expect(Math.max(...read)).toBeLessThan(10 * ids.length);
      }
    });

    it('do not retry what is as invalid as before', async () => {
      await start(deal);
      const messaging = await start(receivables, [parks]);
      const [event] = await emit([uuidv7()], 1);
      await eventually(async () => expect(await receivables.look('select from inbox')).toHaveLength(1));
      await receivables.look(
        `update inbox set state = 'PARKED', envelope = jsonb_set(envelope::jsonb, '{data,kind}', '"OLD"')`,
      );
      const ref = { tenantId: event!.tenantId, consumer: 'receivables', eventId: event!.id };
      expect(await messaging.operators.retryParked(ref)).toBe('STILL_INVALID');
      expect(exampleOf(signed).kind).not.toBe('OLD');
      expect(await messaging.operators.discardParked({ ...ref, reason: 'the owner sends it anew' })).toBe('OK');
    });
  });

  it('see how everything stands in gauges', async () => {
    const owner = await start(deal);
    const subscriber = await start(receivables, [
      { name: 'receivables', handlers: [on(signed, async () => Promise.reject(new Error('no')))] },
    ]);
    await emit([uuidv7()], 2);
    await eventually(async () => {
      const gauges = await subscriber.gauges();
      const value = (name: string) => gauges.find((gauge) => gauge.name === name)?.value;
      expect(value('fivepoint_inbox_parked_events')).toBe(1);
      expect(value('fivepoint_inbox_pending_events')).toBe(2);
      expect(value('fivepoint_inbox_oldest_seconds')).toBeGreaterThan(0);
      expect(value('fivepoint_inbox_missing_streams')).toBe(0);
    });
    const gauges = await owner.gauges();
    expect(gauges.find(({ name }) => name === 'fivepoint_outbox_unpublished_events')?.value).toBe(0);
    expect(new Set(gauges.map(({ help }) => help.length > 10))).toEqual(new Set([true]));
  });
});
