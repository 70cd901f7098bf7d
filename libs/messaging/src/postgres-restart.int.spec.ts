import { eventually, ownCluster, type OwnCluster } from '@fivepoint/testing';
import { createBus, inProcessTransport, type Messaging, on } from './index';
import { Wire } from './spec/wire';
import {
  effectsOf,
  fact,
  leaveEffect,
  recordingLog,
  signed,
  type SpecCommand,
  type SpecService,
  specService,
} from './spec/house';

describe('messaging, while PostgreSQL goes and comes back', () => {
  let cluster: OwnCluster;
  let deal: SpecService;
  let receivables: SpecService;
  let running: Messaging[];

  beforeAll(async () => {
    cluster = await ownCluster();
    [deal, receivables] = [await specService('deal', cluster), await specService('receivables', cluster)];
    const bus = createBus();
    const log = recordingLog();
    const slowly = on(signed, async (command: SpecCommand, event) => {
      await leaveEffect('receivables', command, event);
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
    running = [
      await deal.start(inProcessTransport(bus, { log, pollMs: 200 }), []),
      await receivables.start(inProcessTransport(bus, { log, pollMs: 200 }), [
        { name: 'receivables', handlers: [slowly] },
      ]),
    ];
  });
  afterAll(async () => {
    await Promise.all(running.map((one) => one.stop()));
    await Promise.all([deal.stop(), receivables.stop()]);
    await cluster.discard();
  });

  const within = { timeoutMs: 30_000, everyMs: 50 };
  const keys = Array.from({ length: 8 }, (_, n) => `key-${n}`);
  const expectEachOnceInOrder = async () => {
    const effects = await effectsOf(receivables);
    const [written] = await deal.look<{ count: number }>('select count(*)::int as count from outbox');
    expect(effects.length).toBe(written?.count);
    for (const key of keys) {
      const sequences = effects.filter((effect) => effect.key === key).map(({ sequence }) => Number(sequence));
      expect(sequences).toEqual(sequences.map((_, n) => n + 1));
    }
  };

  it.each<[string, (server: OwnCluster) => Promise<void>]>([
    ['restarted', (server) => server.restart()],
    ['killed and started again', (server) => server.kill().then(() => server.restart())],
  ])('%s in mid-flight three times, it loses nothing, does nothing twice and blames no event', async (_, interrupt) => {
    for (let round = 0; round < 3; round++) {
      const before = (await effectsOf(receivables)).length;
      for (let n = 0; n < 10; n++) await deal.emit(keys.map((key) => fact(signed, key)));
      await eventually(async () => expect((await effectsOf(receivables)).length).toBeGreaterThan(before + 5), within);
      await interrupt(cluster);
    }
    await eventually(expectEachOnceInOrder, within);
    await eventually(() => running.forEach((one) => expect(one.ready()).toBe(true)), within);
    const [blamed] = await receivables.look<{ attempts: number; suspects: number; parked: number }>(
      `select sum(attempts)::int as attempts, count(*) filter (where suspect)::int as suspects,
        count(*) filter (where state = 'PARKED')::int as parked from inbox where consumer = 'receivables'`,
    );
    expect(blamed).toEqual({ attempts: 0, suspects: 0, parked: 0 });
    await eventually(async () =>
      expect(
        await receivables.look(`select from inbox_stream where consumer = 'receivables' and state <> 'IDLE'`),
      ).toEqual([]),
    );
  });

  it('answers no gauges while it is away, and does not throw', async () => {
    await cluster.stop();
    expect(await running[1]!.gauges()).toEqual([]);
    await eventually(() => expect(running[1]!.ready()).toBe(false));
    await cluster.restart();
    await eventually(() => expect(running[1]!.ready()).toBe(true), within);
  });

  it('runs an event alone that is interrupted again and again, and parks it in the end', async () => {
    const key = 'breaks-its-connection';
    const breaking = on(signed, async ({ manager }: SpecCommand) => {
      await manager.query('select pg_terminate_backend(pg_backend_pid())');
    });
    const wire = new Wire();
    const messaging = await receivables.start(wire, [{ name: 'breaking', handlers: [breaking] }], {
      retryMs: 5,
      longestRetryMs: 10,
      interruptionsAlone: 2,
      interruptionsParked: 5,
    });
    running.push(messaging);
    await wire.deliver(...(await deal.emit([fact(signed, key)])));
    await eventually(async () => expect((await messaging.operators.listParked()).length).toBe(1), within);
    const [parked] = await messaging.operators.listParked();
    expect(parked).toMatchObject({ key, attempts: 0 });
  });
});
