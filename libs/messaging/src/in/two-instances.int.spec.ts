import type { Envelope, EventType } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { lockClass } from '../advisory-locks';
import { type Handler, type Messaging, on, type Tuning } from '../index';
import {
  effectsOf,
  fact,
  leaveEffect,
  lost,
  signed,
  type SpecCommand,
  type SpecService,
  specService,
} from '../spec/house';
import { Wire } from '../spec/wire';

describe('several instances of a service', () => {
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

  const start = async (handle: Handler<EventType, SpecCommand>['handle'], tuning: Partial<Tuning> = {}) => {
    const wire = new Wire();
    running.push(
      await receivables.start(wire, [{ name: 'receivables', handlers: [on(signed as EventType, handle)] }], tuning),
    );
    await eventually(() => expect(running.at(-1)!.ready()).toBe(true));
    return wire;
  };
  const leave = (command: SpecCommand, event: Envelope) => leaveEffect('receivables', command, event);
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const streams = () =>
    receivables.look<{ state: string; handled: string }>('select state, handled from inbox_stream order by key');
  const expectOnceInOrder = async (count: number, keys: number) => {
    const effects = await effectsOf(receivables);
    expect(effects.length).toBe(count);
    const perKey = new Map<string, number>();
    for (const { key, sequence } of effects) {
      expect(Number(sequence)).toBe((perKey.get(key) ?? 0) + 1);
      perKey.set(key, Number(sequence));
    }
    expect(perKey.size).toBe(keys);
  };
  const killPresence = () =>
    receivables.look(`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = ${lockClass.instance}
        and database = (select oid from pg_database where datname = current_database())`);

  it.each([
    ['is set back', -3_600_000],
    ['is put forward', 3_600_000],
  ])('go on at once when a clock %s by an hour, their own or PostgreSQL’s', async (_, hour) => {
    const now = Date.now;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + hour);
    const wire = await start(leave);
    await wire.deliver(...(await deal.emit([fact(signed, 'of-the-dead'), fact(signed, 'due-late')])));
    const effects = (count: number) =>
      eventually(async () => expect(await effectsOf(receivables)).toHaveLength(count), { timeoutMs: 10_000 });
    await effects(2);
    // Both are to be done once more: one was started by an instance that is gone, one is due when it was to be due before.
    clock.mockImplementation(() => now() + 2 * hour);
    await receivables.look(`
      update inbox set state = 'RECEIVED';
      update inbox_stream set handled = 0, state = 'RUNNING', claimed_by = 7 where key = 'of-the-dead';
      update inbox_stream set handled = 0, state = 'READY', due_at = clock_timestamp() - make_interval(secs => ${hour / 1000}) where key = 'due-late'`);
    await effects(4);
    clock.mockRestore();
  });

  it('share the work: each event is done once and in its order, though all of them receive all of it', async () => {
    const shares = [0, 0, 0];
    const wires = await Promise.all(
      shares.map((_, n) =>
        start(async (command, event) => {
          shares[n]!++;
          await pause(Math.random() * 3);
          await leave(command, event);
        }),
      ),
    );
    const keys = Array.from({ length: 20 }, () => uuidv7());
    const events = await deal.emit(Array.from({ length: 400 }, (_, n) => fact(signed, keys[n % 20]!)));
    for (let n = 0; n < events.length; n += 40) {
      const batch = events.slice(n, n + 40);
      await Promise.all(wires.map((wire) => wire.deliver(...batch)));
    }
    await eventually(async () => expect((await effectsOf(receivables)).length).toBe(400), { timeoutMs: 15_000 });
    await expectOnceInOrder(400, 20);
    shares.forEach((share) => expect(share).toBeGreaterThan(20));
  });

  it('take nothing from one that has only lost its connection for a moment', async () => {
    let handling = 0;
    const wire = await start(
      async (command, event) => {
        handling++;
        await pause(3_000);
        await leave(command, event);
      },
      { aliveCheckMs: 1_000 },
    );
    await start(leave, { aliveCheckMs: 1_000 });
    await wire.deliver(...(await deal.emit([fact(signed, uuidv7())])));
    await eventually(() => expect(handling).toBe(1));
    await killPresence();
    await eventually(async () => expect(await streams()).toMatchObject([{ state: 'IDLE', handled: '1' }]), {
      timeoutMs: 15_000,
    });
    expect(handling).toBe(1);
    await expectOnceInOrder(1, 1);
  });

  it('take over at their first look from one that was missed by another, which has died since', async () => {
    const first = await start(leave);
    await first.deliver(...(await deal.emit([fact(signed, 'k')])));
    await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(1));
    await running.pop()!.stop();
    await receivables.look(`
      update inbox set state = 'RECEIVED';
      update inbox_stream set handled = 0, state = 'RUNNING', claimed_by = 7;
      insert into inbox_absence (consumer, instance, since) values ('receivables', 7, now() - interval '1 hour')`);
    await start(leave, { aliveCheckMs: 600_000 });
    await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(2));
  });

  it('take over from one that is taken for dead, and undo what it does after all', async () => {
    const started: (() => void)[] = [];
    const wire = await start(async (command, event) => {
      await leave(command, event);
      if (started.length === 0)
        await Promise.race([
          new Promise<void>((resolve) => started.push(resolve)),
          new Promise((resolve) => setTimeout(resolve, 8_000).unref()),
        ]);
      else started.push(() => {});
    });
    await wire.deliver(...(await deal.emit([fact(signed, uuidv7())])));
    await eventually(() => expect(started.length).toBe(1));
    // As if its claim were another's: whoever looks finds the holder absent.
    await receivables.look(`update inbox_stream set claimed_by = 1 where state = 'RUNNING'`);
    await eventually(async () => expect(await streams()).toMatchObject([{ state: 'SUSPECT' }]));
    expect(await receivables.look('select from inbox where suspect')).toHaveLength(1);
    started[0]!();
    await eventually(async () => expect(await streams()).toMatchObject([{ state: 'IDLE', handled: '1' }]));
    expect(started.length).toBe(2);
    await expectOnceInOrder(1, 1);
  });

  it('go on whatever arrives at the moment in which a stream is put to rest', async () => {
    // Time enough, between the look at a stream and the decision that there is nothing to handle in it.
    await receivables.look(`
      create function dawdle() returns trigger language plpgsql as $$ begin
        if current_query() like '%state = n.state%' then perform pg_sleep(0.01); end if;
        return null; end $$;
      create trigger dawdle before update on inbox_stream for each statement execute function dawdle()`);
    // No poll comes to the help of a stream that rests although something has come for it.
    const tuning = { pollMs: 60_000, aliveCheckMs: 60_000 };
    const wires = [await start(leave, tuning), await start(leave, tuning)];
    const keys = Array.from({ length: 10 }, () => uuidv7());
    for (let round = 0; round < 8; round++) {
      const events = await deal.emit(keys.flatMap((key) => [fact(lost, key), fact(signed, key)]));
      await Promise.all(
        keys.map(async (_, n) => {
          await wires[0]!.deliver(events[2 * n]!);
          await pause(Math.random() * 25);
          await wires[1]!.deliver(events[2 * n + 1]!);
        }),
      );
    }
    await eventually(async () => expect((await effectsOf(receivables)).length).toBe(80), { timeoutMs: 10_000 });
    expect((await streams()).map(({ state, handled }) => [state, handled])).toEqual(keys.map(() => ['IDLE', '16']));
  });

  it('run a suspect while nothing else runs in its process', async () => {
    let inside = 0;
    const beside: number[] = [];
    const wire = await start(async (command, event) => {
      inside++;
      await pause(10);
      if (event.key.startsWith('suspect')) beside.push(inside);
      await leave(command, event);
      await pause(10);
      if (event.key.startsWith('suspect')) beside.push(inside);
      inside--;
    });
    const names = ['suspect-1', 'suspect-2', 'suspect-3'];
    const busy = Array.from({ length: 8 }, (_, n) => `busy-${n}`);
    const deliver = async (keys: readonly string[]) =>
      wire.deliver(...(await deal.emit(keys.map((key) => fact(signed, key)))));
    // As a process leaves them that has died: running, under a number that nobody holds.
    await receivables.look(
      `create function claim_by_the_dead() returns trigger language plpgsql as $$ begin
        if new.key like 'suspect%' and new.handled = 0 then new.state := 'RUNNING'; new.claimed_by := 1; new.due_at := null; end if;
        return new; end $$;
      create trigger claim_by_the_dead before insert on inbox_stream for each row execute function claim_by_the_dead()`,
    );
    await deliver(names);
    for (let n = 0; n < 20; n++) await deliver(busy);
    await eventually(async () => expect((await effectsOf(receivables)).length).toBe(163), { timeoutMs: 15_000 });
    expect(beside).toEqual([1, 1, 1, 1, 1, 1]);
    const rows = await receivables.look<{ alone_starts: number }>(
      `select distinct alone_starts from inbox where suspect`,
    );
    expect(rows).toEqual([]);
  });

  it('give back what runs in their name without their knowledge', async () => {
    const wire = await start(leave);
    const [event] = await deal.emit([fact(signed, uuidv7())]);
    await wire.deliver(event!);
    await eventually(async () => expect(await streams()).toMatchObject([{ state: 'IDLE' }]));
    // The answer to a claim got lost with its connection: the database says that the instance is at it.
    const [instance] = await receivables.look<{ objid: number }>(
      `select objid from pg_locks where locktype = 'advisory' and classid = ${lockClass.instance}
        and database = (select oid from pg_database where datname = current_database())`,
    );
    await receivables.look(`update inbox set state = 'RECEIVED'`);
    await receivables.look(`update inbox_stream set state = 'RUNNING', handled = 0, claimed_by = $1`, [
      instance!.objid,
    ]);
    await eventually(async () => expect((await effectsOf(receivables)).length).toBe(2));
    expect(await streams()).toMatchObject([{ state: 'IDLE', handled: '1' }]);
  });
});
