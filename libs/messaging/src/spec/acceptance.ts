import type { AnyEnvelope, EventType } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { type Handler, type Messaging, on, type Transport, wait } from '../index';
import { effectsOf, fact, leaveEffect, paid, signed, type SpecCommand, type SpecService, specService } from './house';

/** What the suite needs of a transport: one for each start of a service, all of them connected. */
export interface Connected {
  transport(): Transport;
  /** Sends again what an owner has, to a consumer that may be elsewhere. */
  replayMissing(owner: Messaging, subscriber: Messaging, consumer: string): Promise<void>;
  end(): Promise<void>;
}

type Handle = Handler<EventType, SpecCommand>['handle'];

/** The rules on order, duplicates, restarts and independence, which hold whatever carries the events. */
export function acceptance(connect: () => Promise<Connected>, timeoutMs: number): void {
  let deal: SpecService;
  let receivables: SpecService;
  let success: SpecService;
  let connected: Connected;
  let running: Messaging[];

  beforeEach(async () => {
    [deal, receivables, success] = [
      await specService('deal'),
      await specService('receivables'),
      await specService('customer-success'),
    ];
    connected = await connect();
    running = [];
  }, 60_000);
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    await Promise.all([deal.stop(), receivables.stop(), success.stop()]);
    await connected.end();
  }, 60_000);

  const within = { timeoutMs, everyMs: 50 };
  const ready = (messaging: Messaging) => eventually(() => expect(messaging.ready()).toBe(true), within);
  const start = async (service: SpecService, handles: Record<string, Handle> = {}, types: EventType[] = [signed]) => {
    const consumers = Object.entries(handles).map(([name, handle]) => ({
      name,
      handlers: types.map((type) => on(type, handle)),
    }));
    const messaging = await service.start(connected.transport(), consumers);
    running.push(messaging);
    return messaging;
  };
  const leaveAs =
    (consumer: string, pauseMs = 0): Handle =>
    async (command, event) => {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * pauseMs));
      await leaveEffect(consumer, command, event);
    };
  const emit = async (service: SpecService, type: EventType, keys: readonly string[], each: number) => {
    const events: AnyEnvelope[] = [];
    for (let n = 0; n < each; n++) events.push(...(await service.emit(keys.map((key) => fact(type, key)))));
    return events;
  };
  const keysOf = (count: number) => Array.from({ length: count }, () => uuidv7());
  /** Each event has left exactly one effect, in the order of its key. */
  const expectAll = async (service: SpecService, consumer: string, keys: readonly string[], each: number) => {
    await eventually(
      async () => expect((await effectsOf(service, consumer)).length).toBeGreaterThanOrEqual(keys.length * each),
      within,
    );
    const effects = await effectsOf(service, consumer);
    expect(effects.length).toBe(keys.length * each);
    for (const key of keys) {
      const sequences = effects.filter((effect) => effect.key === key).map(({ sequence }) => Number(sequence));
      expect(sequences).toEqual(Array.from({ length: each }, (_, n) => n + 1));
    }
  };

  it('brings every event to every consumer, once and in the order of its key', async () => {
    const keys = keysOf(10);
    await start(deal);
    await start(receivables, {
      receivables: leaveAs('receivables'),
      'receivables.timeline': leaveAs('receivables.timeline'),
    });
    await start(success, { 'customer-success': leaveAs('customer-success') });
    const events = await emit(deal, signed, keys, 10);
    await expectAll(receivables, 'receivables', keys, 10);
    await expectAll(receivables, 'receivables.timeline', keys, 10);
    await expectAll(success, 'customer-success', keys, 10);
    const [stored] = await success.look<{ envelope: AnyEnvelope }>('select envelope from inbox where event_id = $1', [
      events[7]!.id,
    ]);
    expect(stored?.envelope).toEqual(events[7]);
  });

  it('gives everything from the beginning to a consumer that comes later', async () => {
    const keys = keysOf(5);
    await start(deal);
    await start(receivables, { receivables: leaveAs('receivables') });
    await emit(deal, signed, keys, 6);
    await expectAll(receivables, 'receivables', keys, 6);
    await start(success, { 'customer-success': leaveAs('customer-success') });
    await expectAll(success, 'customer-success', keys, 6);
  });

  it('lets a consumer that is stuck hold up nobody', async () => {
    const keys = keysOf(4);
    await start(deal);
    const parks: Handle = async () => {
      throw new Error('stuck');
    };
    const stuck = await start(receivables, {
      receivables: parks,
      'receivables.timeline': leaveAs('receivables.timeline'),
    });
    await start(success, { 'customer-success': leaveAs('customer-success') });
    await emit(deal, signed, keys, 5);
    await expectAll(success, 'customer-success', keys, 5);
    await expectAll(receivables, 'receivables.timeline', keys, 5);
    await eventually(async () => expect((await stuck.operators.listParked()).length).toBe(4), within);
  });

  it('loses nothing and does nothing twice when a subscriber stops and starts again in between', async () => {
    const keys = keysOf(8);
    await start(deal);
    const emitting = emit(deal, signed, keys, 25);
    for (let turn = 0; turn < 3; turn++) {
      const messaging = await start(receivables, { receivables: leaveAs('receivables', 4) });
      const before = (await effectsOf(receivables)).length;
      await eventually(async () => expect((await effectsOf(receivables)).length).toBeGreaterThan(before), within);
      await messaging.stop();
    }
    await start(receivables, { receivables: leaveAs('receivables') });
    await emitting;
    await expectAll(receivables, 'receivables', keys, 25);
  });

  it('does nothing twice when an owner publishes all of it once more', async () => {
    const keys = keysOf(6);
    const owner = await start(deal);
    await start(receivables, { receivables: leaveAs('receivables') });
    await emit(deal, signed, keys, 5);
    await expectAll(receivables, 'receivables', keys, 5);
    await owner.stop();
    // As after a crash between publishing and recording it, only worse.
    await deal.look('update relay_publication set published_position = 0');
    await start(deal);
    await emit(deal, signed, keys, 1);
    await expectAll(receivables, 'receivables', keys, 6);
  });

  it('shares the work of a consumer among its instances', async () => {
    const keys = keysOf(12);
    await start(deal);
    const instances = await Promise.all(
      [1, 2].map(() => start(receivables, { receivables: leaveAs('receivables', 5) })),
    );
    await Promise.all(instances.map(ready));
    await emit(deal, signed, keys, 10);
    await expectAll(receivables, 'receivables', keys, 10);
  });

  it('comes to the same result in whichever order the topics arrive', async () => {
    const keys = keysOf(15);
    await Promise.all([start(deal), start(receivables)]);
    const paymentNeedsContract: Handle = async (command, event) => {
      const contracts: unknown[] = await command.manager.query(
        `select from effect where key = $1 and topic = 'fivepoint.deal'`,
        [event.key],
      );
      if (event.type === paid && contracts.length === 0) return wait('its contract has not come');
      await leaveEffect('customer-success', command, event);
      return undefined;
    };
    await start(success, { 'customer-success': paymentNeedsContract }, [signed, paid]);
    await Promise.all([
      emit(receivables, paid, keys, 2),
      new Promise((resolve) => setTimeout(resolve, 100)).then(() => emit(deal, signed, keys, 1)),
    ]);
    await eventually(async () => expect((await effectsOf(success, 'customer-success')).length).toBe(45), within);
    const effects = await effectsOf(success, 'customer-success');
    for (const key of keys) {
      const topics = effects.filter((effect) => effect.key === key).map(({ topic }) => topic);
      expect(topics).toEqual(['fivepoint.deal', 'fivepoint.receivables', 'fivepoint.receivables']);
    }
  });

  it('fills a hole from the owner’s outbox, and for the one consumer only', async () => {
    const keys = keysOf(3);
    const owner = await start(deal);
    const handles = { receivables: leaveAs('receivables'), 'receivables.timeline': leaveAs('receivables.timeline') };
    const subscriber = await start(receivables, handles);
    await emit(deal, signed, keys, 3);
    await expectAll(receivables, 'receivables', keys, 3);
    await subscriber.stop();
    // An event that never came: its row is gone, and its stream stands before it.
    const [hole] = keys;
    await receivables.look(`delete from inbox where consumer = 'receivables' and key = $1 and sequence >= 2`, [hole]);
    await receivables.look(`delete from effect where consumer = 'receivables' and key = $1 and sequence >= 2`, [hole]);
    await receivables.look(
      `update inbox_stream set handled = 1, state = 'MISSING' where consumer = 'receivables' and key = $1`,
      [hole],
    );
    const again = await start(receivables, handles);
    await ready(again);
    await emit(deal, signed, [hole!], 1);
    await eventually(
      async () => expect(await again.operators.listMissing()).toMatchObject([{ key: hole, sequence: 2 }]),
      within,
    );
    await connected.replayMissing(owner, again, 'receivables');
    await eventually(async () => expect(await again.operators.listMissing()).toEqual([]), within);
    await emit(deal, signed, keys.slice(1), 1);
    await expectAll(receivables, 'receivables', keys, 4);
    await expectAll(receivables, 'receivables.timeline', keys, 4);
  });

  it('finishes a stop within its time while events keep coming', async () => {
    const keys = keysOf(5);
    const owner = await start(deal);
    const subscriber = await start(receivables, { receivables: leaveAs('receivables', 3) });
    const emitting = emit(deal, signed, keys, 40);
    await eventually(async () => expect((await effectsOf(receivables)).length).toBeGreaterThan(0), within);
    const began = Date.now();
    await Promise.all([subscriber.stop(), owner.stop()]);
    expect(Date.now() - began).toBeLessThan(5_000);
    await emitting;
    expect(await receivables.look(`select from inbox_stream where state = 'RUNNING'`)).toEqual([]);
    await Promise.all([start(deal), start(receivables, { receivables: leaveAs('receivables') })]);
    await expectAll(receivables, 'receivables', keys, 40);
  });
}
