import { join } from 'node:path';
import { eventually, otherProcess, type OtherProcess } from '@fivepoint/testing';
import { effectsOf, fact, leaveEffect, signed, type SpecService, specService } from '../spec/house';
import { lockClass } from '../advisory-locks';
import { Wire } from '../spec/wire';
import { on } from '../index';

describe('a process that dies', () => {
  let deal: SpecService;
  let receivables: SpecService;
  let children: OtherProcess[];

  beforeEach(async () => {
    [deal, receivables] = [await specService('deal'), await specService('receivables')];
    children = [];
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.end()));
    await Promise.all([deal.stop(), receivables.stop()]);
  });

  /** Fills the inbox without handling anything. */
  const receive = async (keys: readonly string[], each: number) => {
    const wire = new Wire();
    const never = on(signed, async () => undefined);
    const messaging = await receivables.start(wire, [{ name: 'receivables', handlers: [never] }], { concurrency: 0 });
    for (let n = 0; n < each; n++) await wire.deliver(...(await deal.emit(keys.map((key) => fact(signed, key)))));
    await messaging.stop();
  };
  const handlingProcess = async (slowMs: number) => {
    const { appUrl, relayUrl, superuserUrl } = receivables.database;
    const file = join(__dirname, '../spec/handling-process.ts');
    const child = await otherProcess(
      `require(${JSON.stringify(file)}).handleInbox(${JSON.stringify({ appUrl, relayUrl, superuserUrl })}, ${slowMs})`,
    );
    children.push(child);
    return child;
  };
  const exited = ({ child }: OtherProcess) => child.exitCode !== null || child.signalCode !== null;
  const unsettled = async () => {
    const [row] = await receivables.look<{ count: string }>(
      `select count(*) from inbox where state not in ('DONE', 'PARKED') and key not like 'poison%'`,
    );
    return Number(row?.count);
  };
  const parked = () =>
    receivables.look<{ key: string; sequence: string; reason: string; alone_starts: number }>(
      `select key, sequence, reason, alone_starts from inbox where state = 'PARKED'`,
    );
  const expectEachOnceInOrder = async (keys: readonly string[], each: number) => {
    const effects = await effectsOf(receivables);
    for (const key of keys) {
      const sequences = effects.filter((effect) => effect.key === key).map(({ sequence }) => Number(sequence));
      expect(sequences).toEqual(Array.from({ length: each }, (_, n) => n + 1));
    }
  };

  it('again and again by the same event parks that event after its third start alone, and no other', async () => {
    const innocent = Array.from({ length: 6 }, (_, n) => `slow-${n}`);
    await receive([...innocent, 'poison'], 8);
    let deaths = 0;
    for (;;) {
      const child = await handlingProcess(30);
      await eventually(
        async () => {
          if (!exited(child)) expect(await parked()).toHaveLength(1);
        },
        { timeoutMs: 30_000 },
      );
      if (!exited(child)) break;
      expect(child.child.exitCode).toBe(13);
      deaths++;
      expect(deaths).toBeLessThan(8);
    }
    // Once among others, three times alone.
    expect(deaths).toBe(4);
    await eventually(async () => expect(await unsettled()).toBe(0), { timeoutMs: 20_000 });
    expect(await parked()).toEqual([
      { key: 'poison', sequence: '1', reason: 'killed the process 3 times, running alone', alone_starts: 3 },
    ]);
    await expectEachOnceInOrder(innocent, 8);
    expect((await effectsOf(receivables)).filter(({ key }) => key === 'poison')).toEqual([]);
  });

  it('from outside, at any moment and often, parks nothing, loses nothing and does nothing twice', async () => {
    const keys = Array.from({ length: 10 }, (_, n) => `slow-${n}`);
    await receive(keys, 30);
    for (let kill = 0; kill < 3; kill++) {
      const child = await handlingProcess(15);
      const before = (await effectsOf(receivables)).length;
      await eventually(async () => expect((await effectsOf(receivables)).length).toBeGreaterThan(before), {
        timeoutMs: 20_000,
      });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
      expect(await child.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
      expect(await unsettled()).toBeGreaterThan(0);
    }
    await handlingProcess(1);
    await eventually(async () => expect(await unsettled()).toBe(0), { timeoutMs: 30_000 });
    expect(await parked()).toEqual([]);
    await expectEachOnceInOrder(keys, 30);
  });

  it('leaves its work to those that live', async () => {
    const keys = Array.from({ length: 8 }, (_, n) => `slow-${n}`);
    await receive(keys, 4);
    const child = await handlingProcess(60_000);
    await eventually(async () =>
      expect(await receivables.look(`select from inbox_stream where state = 'RUNNING'`)).toHaveLength(8),
    );
    const survivor = on(signed, (command: Parameters<typeof leaveEffect>[1], event) =>
      leaveEffect('receivables', command, event),
    );
    await receivables.start(new Wire(), [{ name: 'receivables', handlers: [survivor] }]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await effectsOf(receivables)).toEqual([]);
    await child.end('SIGKILL');
    await eventually(async () => expect(await unsettled()).toBe(0), { timeoutMs: 10_000 });
    await expectEachOnceInOrder(keys, 4);
  });

  it('to all appearance, because it hangs, holds neither its events nor the relay’s place', async () => {
    await receive(['slow-1'], 1);
    const child = await handlingProcess(60_000);
    const running = () =>
      receivables.look<{ claimed_by: number }>(`select claimed_by from inbox_stream where state = 'RUNNING'`);
    const relay = () =>
      receivables.look<{ pid: number }>(`
        select pid from pg_locks where locktype = 'advisory' and classid = ${lockClass.relay} and granted
          and database = (select oid from pg_database where datname = current_database())`);
    await eventually(async () => expect([(await running()).length, (await relay()).length]).toEqual([1, 1]));
    const [[claim], [place]] = [await running(), await relay()];
    child.child.kill('SIGSTOP');
    const survivor = on(signed, async () => undefined);
    await receivables.start(new Wire(), [{ name: 'receivables', handlers: [survivor] }]);
    await eventually(
      async () => {
        expect(await running()).not.toContainEqual(claim);
        expect(await relay()).toEqual([{ pid: expect.any(Number) }]);
        expect(await relay()).not.toContainEqual(place);
      },
      { timeoutMs: 20_000 },
    );
    child.child.kill('SIGCONT');
    await child.end('SIGKILL');
  });
});
