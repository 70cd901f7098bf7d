import type { AnyEnvelope, Envelope, EventType } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { type Handler, type Messaging, on, type Tuning, wait } from '../index';
import {
  effectsOf,
  fact,
  leaveEffect,
  paid,
  signed,
  type SpecCommand,
  type SpecService,
  specService,
} from '../spec/house';
import { Wire } from '../spec/wire';

const product = 'fivepoint.planning.product-registered.v1';
/** So long that a spec fails before a slow retry could hide a lost wake-up. */
const noRetry: Partial<Tuning> = { waitMs: 600_000, longestWaitMs: 600_000, pollMs: 600_000 };

describe('waiting', () => {
  let owners: { planning: SpecService; deal: SpecService; receivables: SpecService };
  let success: SpecService;
  let wires: Wire[];
  let running: Messaging[];

  beforeAll(async () => {
    owners = {
      planning: await specService('planning'),
      deal: await specService('deal'),
      receivables: await specService('receivables'),
    };
    success = await specService('customer-success');
  });
  afterAll(() => Promise.all([success, ...Object.values(owners)].map((service) => service.stop())));
  beforeEach(() => {
    wires = [];
    running = [];
  });
  afterEach(() => Promise.all(running.map((one) => one.stop())));

  const consumer = 'customer-success';
  const seen = async ({ manager }: SpecCommand, key: string, topic: string) =>
    ((await manager.query('select from effect where key = $1 and topic = $2', [key, topic])) as unknown[]).length > 0;
  const start = async (handle: Handler<EventType, SpecCommand>['handle'], tuning: Partial<Tuning> = noRetry) => {
    const wire = new Wire();
    wires.push(wire);
    const handlers = [signed, paid, product].map((type) => on(type as EventType, handle));
    running.push(await success.start(wire, [{ name: consumer, handlers }], tuning));
    await eventually(() => expect(running.at(-1)!.ready()).toBe(true));
    return wire;
  };
  const leave = (command: SpecCommand, event: Envelope) => leaveEffect(consumer, command, event);
  const done = async (events: readonly AnyEnvelope[]) => {
    const rows = await success.look(`select from inbox where state = 'DONE' and event_id = any($1::uuid[])`, [
      events.map(({ id }) => id),
    ]);
    return rows.length;
  };
  const stateOf = async (event: AnyEnvelope) => {
    const [row] = await success.look<{ state: string; reason: string }>(
      'select state, reason from inbox where event_id = $1',
      [event.id],
    );
    return row;
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** A payment before its contract. */
  const paymentNeedsContract: Handler<EventType, SpecCommand>['handle'] = async (command, event) => {
    if (event.type === paid && !(await seen(command, event.key, 'fivepoint.deal'))) {
      await leave(command, event);
      await pause(Math.random() * 4);
      return wait('its contract has not come');
    }
    await leave(command, event);
    return undefined;
  };

  it('keeps nothing of what the handler did, and holds only its own topic and key', async () => {
    const wire = await start(paymentNeedsContract);
    const [key, other] = [uuidv7(), uuidv7()];
    const payments = await owners.receivables.emit([fact(paid, key), fact(paid, key)]);
    const contract = await owners.deal.emit([fact(signed, other)]);
    await wire.deliver(...payments, ...contract);
    await eventually(async () =>
      expect(await stateOf(payments[0]!)).toEqual({ state: 'WAITING', reason: 'its contract has not come' }),
    );
    await eventually(async () => expect(await done(contract)).toBe(1));
    expect((await stateOf(payments[1]!))?.state).toBe('RECEIVED');
    expect((await effectsOf(success, consumer)).filter((effect) => effect.key === key)).toEqual([]);
    const lag = await running[0]!.operators.consumerLag();
    expect(lag.filter(({ topic }) => topic !== 'fivepoint.planning')).toMatchObject([
      { topic: 'fivepoint.deal', pending: 0 },
      { topic: 'fivepoint.receivables', pending: 2, waiting: 1 },
    ]);
  });

  it('goes on as soon as another event of the key is done, however the two meet', async () => {
    const [one, other] = [await start(paymentNeedsContract), await start(paymentNeedsContract)];
    for (let round = 0; round < 8; round++) {
      const keys = Array.from({ length: 30 }, () => uuidv7());
      const contracts = await owners.deal.emit(keys.map((key) => fact(signed, key)));
      const payments = await owners.receivables.emit(keys.map((key) => fact(paid, key)));
      // Both at the same moment, through different instances.
      await Promise.all(
        keys.map(async (_, n) => {
          await pause(Math.random() * 30);
          await Promise.all([
            one.deliver(payments[n]!),
            pause(Math.random() * 8).then(() => other.deliver(contracts[n]!)),
          ]);
        }),
      );
      await eventually(async () => expect(await done([...contracts, ...payments])).toBe(60), { timeoutMs: 8_000 });
    }
  });

  it('goes on as soon as an event of the key it names is done, however the two meet', async () => {
    const products = new Map<string, string>();
    const contractNeedsProduct: Handler<EventType, SpecCommand>['handle'] = async (command, event) => {
      const needed = products.get(event.key);
      if (needed && !(await seen(command, needed, 'fivepoint.planning'))) {
        await pause(Math.random() * 4);
        return wait(`product ${needed} is not known`, { on: needed });
      }
      await leave(command, event);
      return undefined;
    };
    const [one, other] = [await start(contractNeedsProduct), await start(contractNeedsProduct)];
    for (let round = 0; round < 8; round++) {
      const keys = Array.from({ length: 30 }, () => ({ account: uuidv7(), product: uuidv7() }));
      for (const { account, product } of keys) products.set(account, product);
      const contracts = await owners.deal.emit(keys.map(({ account }) => fact(signed, account)));
      const registered = await owners.planning.emit(keys.map((key) => fact(product, key.product)));
      await Promise.all(
        keys.map(async (_, n) => {
          await pause(Math.random() * 30);
          await Promise.all([
            one.deliver(contracts[n]!),
            pause(Math.random() * 8).then(() => other.deliver(registered[n]!)),
          ]);
        }),
      );
      await eventually(async () => expect(await done([...contracts, ...registered])).toBe(60), { timeoutMs: 8_000 });
    }
  });

  it('is asked once more under the lock of the key it names, and then leaves nothing twice', async () => {
    let asked = 0;
    const key = uuidv7();
    const wire = await start(async (command, event) => {
      await leave(command, event);
      return ++asked === 1 ? wait('not yet', { on: uuidv7() }) : undefined;
    });
    const events = await owners.deal.emit([fact(signed, key)]);
    await wire.deliver(...events);
    await eventually(async () => expect(await done(events)).toBe(1));
    expect(asked).toBe(2);
    expect((await effectsOf(success, consumer)).filter((effect) => effect.key === key).length).toBe(1);
  });

  it('is tried again by itself, ever more slowly', async () => {
    const times: number[] = [];
    const key = uuidv7();
    const wire = await start(
      async (_command, event) => {
        if (event.key !== key) return undefined;
        times.push(Date.now());
        return times.length < 6 ? wait('something else') : undefined;
      },
      { waitMs: 100, longestWaitMs: 500 },
    );
    const events = await owners.deal.emit([fact(signed, key)]);
    await wire.deliver(...events);
    await eventually(async () => expect(await done(events)).toBe(1), { timeoutMs: 10_000 });
    const pauses = times.slice(1).map((time, n) => time - times[n]!);
    [100, 200, 400, 500, 500].forEach((least, n) => expect(pauses[n]).toBeGreaterThanOrEqual(least - 10));
    expect(pauses[4]).toBeLessThan(900);
  });

  it('is for history as well: a payment that comes before its contract is not lost', async () => {
    let there = false;
    const wire = await start(
      async (command, event) => {
        if (!there) return wait('its contract is not known');
        await leave(command, event);
        return undefined;
      },
      { waitMs: 100, longestWaitMs: 500 },
    );
    const key = uuidv7();
    const events = await owners.deal.emit([{ ...fact(signed, key), origin: 'import' }]);
    await wire.deliver(...events);
    await eventually(async () => expect((await stateOf(events[0]!))?.state).toBe('WAITING'));
    there = true;
    await eventually(async () => expect(await done(events)).toBe(1));
    expect((await effectsOf(success, consumer)).filter((effect) => effect.key === key)).toHaveLength(1);
  });

  it('takes the history that today waits for before all other history', async () => {
    const [first, account, needed] = [uuidv7(), uuidv7(), uuidv7()];
    const done: string[] = [];
    let goOn = () => undefined as void;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const wire = await start(
      async (command, event) => {
        if (event.key === first) await held;
        if (event.key === account && !(await seen(command, needed, 'fivepoint.planning')))
          return wait(`product ${needed} is not known`, { on: needed });
        await leave(command, event);
        done.push(event.key);
        return undefined;
      },
      { ...noRetry, concurrency: 1 },
    );
    const recorded = (key: string) => owners.planning.emit([{ ...fact(product, key), origin: 'import' as const }]);
    await wire.deliver(...(await owners.deal.emit([fact(signed, first)])));
    await eventually(async () =>
      expect(await success.look('select state from inbox_stream where key = $1', [first])).toEqual([
        { state: 'RUNNING' },
      ]),
    );
    const history = Array.from({ length: 20 }, () => uuidv7());
    for (const key of [...history, needed]) await wire.deliver(...(await recorded(key)));
    await wire.deliver(...(await owners.deal.emit([fact(signed, account)])));
    goOn();
    await eventually(() => expect(done).toEqual([first, needed, account, ...history]));
  });

  it('shows how long the longest has waited', async () => {
    const wire = await start(async () => wait('never'));
    await wire.deliver(...(await owners.planning.emit([fact(product, uuidv7())])));
    await eventually(async () => {
      const lags = await running[0]!.operators.consumerLag();
      const lag = lags.find(({ topic }) => topic === 'fivepoint.planning')!;
      expect(lag.waiting).toBe(1);
      expect(lag.waitingSeconds).toBeGreaterThan(0.2);
    });
  });
});
