import type { AnyEnvelope, Envelope, EventType } from '@fivepoint/contracts';
import { DomainError, uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { type Consumer, type HandledEvent, type Handler, type Messaging, on, type Tuning, wait } from '../index';
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

class Refused extends DomainError {
  readonly code = 'REFUSED';
  readonly message = 'it must not be';
}

describe('handling', () => {
  let deal: SpecService;
  let receivables: SpecService;
  let wire: Wire;

  beforeAll(async () => {
    [deal, receivables] = [await specService('deal'), await specService('receivables')];
  });
  afterAll(() => Promise.all([deal.stop(), receivables.stop()]));
  afterEach(() => Promise.all(running.map((one) => one.stop())));

  const running: Messaging[] = [];
  const start = async (
    handle: Handler<EventType, SpecCommand>['handle'],
    tuning: Partial<Tuning> = {},
    types: EventType[] = [signed],
    handled?: (fact: HandledEvent) => void,
  ) => {
    wire = new Wire();
    const consumer: Consumer<SpecCommand> = { name: 'receivables', handlers: types.map((type) => on(type, handle)) };
    const messaging = await receivables.start(wire, [consumer], tuning, handled);
    running.push(messaging);
    return messaging;
  };
  const rowOf = async (event: AnyEnvelope) => {
    const [row] = await receivables.look<{ state: string; reason: string; attempts: number }>(
      'select state, reason, attempts from inbox where event_id = $1',
      [event.id],
    );
    return row;
  };
  const streamOf = async (key: string) => {
    const [row] = await receivables.look<{ state: string; handled: string }>(
      'select state, handled from inbox_stream where key = $1',
      [key],
    );
    return row;
  };
  const eventsOf = (key: string, count: number) => deal.emit(Array.from({ length: count }, () => fact(signed, key)));
  const sequencesOf = async (key: string) =>
    (await effectsOf(receivables)).filter((effect) => effect.key === key).map(({ sequence }) => Number(sequence));
  const to = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
  const leave = (command: SpecCommand, event: Envelope) => leaveEffect('receivables', command, event);

  it('goes strictly by sequence, whatever the arrival', async () => {
    await start(leave);
    const key = uuidv7();
    const events = await eventsOf(key, 40);
    const mixed = [...events, ...events.slice(0, 20)].sort(() => Math.random() - 0.5);
    for (let n = 0; n < mixed.length; n += 7) await wire.deliver(...mixed.slice(n, n + 7));
    await eventually(async () => expect(await sequencesOf(key)).toEqual(to(40)));
    expect(await streamOf(key)).toMatchObject({ state: 'IDLE', handled: '40' });
  });

  it('holds a stream at a hole, shows it, and goes on when it is filled', async () => {
    const messaging = await start(leave);
    const key = uuidv7();
    const events = await eventsOf(key, 5);
    await wire.deliver(...events.filter(({ sequence }) => sequence !== 3));
    await eventually(async () => expect(await streamOf(key)).toMatchObject({ state: 'MISSING', handled: '2' }));
    expect(await messaging.operators.listMissing()).toMatchObject([{ key, sequence: 3, received: 5 }]);
    expect(await sequencesOf(key)).toEqual([1, 2]);
    await wire.deliver(events[2]!);
    await eventually(async () => expect(await sequencesOf(key)).toEqual(to(5)));
    expect(await messaging.operators.listMissing()).toEqual([]);
  });

  it('passes ignored types without a handler', async () => {
    await start(leave);
    const key = uuidv7();
    const events = await deal.emit([
      fact(lost, key),
      fact(signed, key),
      fact(lost, key),
      fact(lost, key),
      fact(signed, key),
    ]);
    await wire.deliver(...events);
    await eventually(async () => expect(await sequencesOf(key)).toEqual([2, 5]));
    expect(await streamOf(key)).toMatchObject({ state: 'IDLE', handled: '5' });
  });

  it('handles many keys at once, as many as it may, and each key one at a time', async () => {
    const active = new Set<string>();
    let most = 0;
    await start(
      async (command, event) => {
        expect(active.has(event.key)).toBe(false);
        active.add(event.key);
        most = Math.max(most, active.size);
        await new Promise((resolve) => setTimeout(resolve, 5));
        await leave(command, event);
        active.delete(event.key);
      },
      { concurrency: 4 },
    );
    const keys = Array.from({ length: 12 }, () => uuidv7());
    const events = (await Promise.all(keys.map((key) => eventsOf(key, 5)))).flat();
    await wire.deliver(...events);
    await eventually(async () => expect(await Promise.all(keys.map(sequencesOf))).toEqual(keys.map(() => to(5))));
    expect(most).toBe(4);
  });

  it('rolls back a failed attempt whole, tries again later, and keeps the order', async () => {
    let failures = 0;
    const messaging = await start(async (command, event) => {
      await leave(command, event);
      if (event.sequence === 2 && failures < 3) {
        failures++;
        throw new Error('not today');
      }
    });
    const key = uuidv7();
    await wire.deliver(...(await eventsOf(key, 3)));
    await eventually(async () => expect(await sequencesOf(key)).toEqual(to(3)));
    expect(failures).toBe(3);
    expect((await messaging.operators.listParked()).filter((one) => one.key === key)).toEqual([]);
  });

  it('waits longer after each failure', async () => {
    const times: number[] = [];
    await start(
      async () => {
        times.push(Date.now());
        throw new Error('never');
      },
      { maxAttempts: 5, retryMs: 60, longestRetryMs: 250 },
    );
    const [event] = await eventsOf(uuidv7(), 1);
    await wire.deliver(event!);
    await eventually(async () => expect((await rowOf(event!))?.state).toBe('PARKED'));
    const pauses = times.slice(1).map((time, n) => time - times[n]!);
    [60, 120, 240, 250].forEach((least, n) => expect(pauses[n]).toBeGreaterThanOrEqual(least - 5));
  });

  it('parks after the last attempt; only that stream stands still', async () => {
    const bad = uuidv7();
    const good = uuidv7();
    await start(
      async (command, event) => {
        if (event.key === bad && event.sequence === 2) throw new Error('cannot be done');
        await leave(command, event);
      },
      { maxAttempts: 3 },
    );
    const events = [...(await eventsOf(bad, 4)), ...(await eventsOf(good, 4))];
    await wire.deliver(...events);
    await eventually(async () => expect((await rowOf(events[1]!))?.state).toBe('PARKED'));
    await eventually(async () => expect(await sequencesOf(good)).toEqual(to(4)));
    expect(await rowOf(events[1]!)).toEqual({ state: 'PARKED', reason: 'cannot be done', attempts: 3 });
    expect(await sequencesOf(bad)).toEqual([1]);
    expect(await streamOf(bad)).toMatchObject({ state: 'PARKED' });
  });

  it('holds only the topic and key of a parked event: other topics of the account go on', async () => {
    const key = uuidv7();
    const planning = await specService('planning');
    await start(
      async (command, event) => {
        if (event.type === signed) throw new Error('cannot be done');
        await leave(command, event);
      },
      { maxAttempts: 1 },
      [signed, 'fivepoint.planning.account-registered.v1'],
    );
    const [contract] = await eventsOf(key, 1);
    await wire.deliver(contract!);
    await eventually(async () => expect((await rowOf(contract!))?.state).toBe('PARKED'));
    await wire.deliver(...(await planning.emit([fact('fivepoint.planning.account-registered.v1', key)])));
    await eventually(async () => expect(await sequencesOf(key)).toEqual([1]));
    await planning.stop();
  });

  it('parks a refusal at once, with its code and message, and keeps nothing of what was done', async () => {
    const messaging = await start(async (command, event) => {
      await leave(command, event);
      return event.sequence === 2 ? new Refused() : undefined;
    });
    const key = uuidv7();
    const events = await eventsOf(key, 3);
    await wire.deliver(...events);
    await eventually(async () => expect((await rowOf(events[1]!))?.state).toBe('PARKED'));
    expect(await rowOf(events[1]!)).toMatchObject({ reason: 'REFUSED: it must not be', attempts: 1 });
    expect(await sequencesOf(key)).toEqual([1]);
    const parked = await messaging.operators.listParked({ consumer: 'receivables' });
    expect(parked.find((one) => one.key === key)).toMatchObject({
      sequence: 2,
      waitingBehind: 1,
      envelope: { id: events[1]!.id },
    });
  });

  it('tells of each attempt what came of it, how long it took, and how long ago its event occurred', async () => {
    const facts: HandledEvent[] = [];
    const [key, hopeless] = [uuidv7(), uuidv7()];
    const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });
    const failing = () => new Error('not today');
    const attempts: Record<number, (() => unknown)[]> = { 2: [() => wait('for something')], 4: [failing, deadlock] };
    await start(
      async (command, event) => {
        if (event.key === hopeless) throw failing();
        if (event.sequence === 3) await new Promise((resolve) => setTimeout(resolve, 60));
        if (event.sequence === 5) return new Refused();
        const answer = attempts[event.sequence]?.shift()?.();
        if (answer instanceof Error) throw answer;
        if (answer) return answer as ReturnType<typeof wait>;
        return leave(command, event);
      },
      { maxAttempts: 2 },
      [signed],
      (fact) => facts.push(fact),
    );
    const day = 86_400_000;
    const events = await deal.emit([
      { ...fact(signed, key), origin: 'import', time: new Date(Date.now() - 400 * day) },
      { ...fact(signed, key), time: new Date(Date.now() - day) },
      ...Array.from({ length: 3 }, () => fact(signed, key)),
    ]);
    await wire.deliver(...events);
    await eventually(async () => expect((await rowOf(events[4]!))?.state).toBe('PARKED'));
    const [last] = await eventsOf(hopeless, 1);
    await wire.deliver(last!);
    await eventually(() => expect(facts.at(-1)).toMatchObject({ outcome: 'parked' }));
    expect(facts.map(({ outcome }) => outcome)).toEqual([
      ...['done', 'waiting', 'done', 'done', 'failed', 'interrupted', 'done', 'refused'],
      ...['failed', 'parked'],
    ]);
    for (const { consumer, type } of facts) expect([consumer, type]).toEqual(['receivables', signed]);
    const [imported, , old, slow, ...rest] = facts;
    expect(imported).toMatchObject({ ageSeconds: null });
    expect(old!.ageSeconds).toBeGreaterThanOrEqual(86_400);
    expect(slow!.seconds).toBeGreaterThanOrEqual(0.055);
    for (const { ageSeconds, seconds } of rest) {
      expect(seconds).toBeGreaterThan(0);
      expect(ageSeconds).toBeGreaterThanOrEqual(seconds);
      expect(ageSeconds).toBeLessThan(60);
    }
  });

  it('counts a wrong answer of a handler as its failure', async () => {
    await start(async () => 'done' as never, { maxAttempts: 1 });
    const [event] = await eventsOf(uuidv7(), 1);
    await wire.deliver(event!);
    await eventually(async () => expect((await rowOf(event!))?.state).toBe('PARKED'));
    expect((await rowOf(event!))?.reason).toMatch(/must answer nothing/);
  });

  it('counts a failure at commit as an attempt', async () => {
    await receivables.look(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'too late'; end $$;
      create constraint trigger refuse after insert on effect deferrable initially deferred
        for each row when (new.key = 'late') execute function refuse()`);
    await start(leave, { maxAttempts: 2 });
    const [event] = await eventsOf('late', 1);
    await wire.deliver(event!);
    await eventually(async () => expect((await rowOf(event!))?.state).toBe('PARKED'));
    expect(await rowOf(event!)).toMatchObject({ reason: 'too late', attempts: 2 });
    await receivables.look('drop trigger refuse on effect');
  });

  it('tries a parked event again, or lets its stream pass it, as the operator says', async () => {
    let broken = true;
    const messaging = await start(
      async (command, event) => {
        if (broken) throw new Error('broken');
        await leave(command, event);
      },
      { maxAttempts: 1, pollMs: 60_000, aliveCheckMs: 60_000 },
    );
    const key = uuidv7();
    const events = await eventsOf(key, 3);
    await wire.deliver(...events);
    const ref = { tenantId: events[0]!.tenantId, consumer: 'receivables', eventId: events[0]!.id };
    await eventually(async () => expect((await rowOf(events[0]!))?.state).toBe('PARKED'));
    expect(await messaging.operators.retryParked(ref)).toBe('OK');
    await eventually(async () => expect((await rowOf(events[0]!))?.state).toBe('PARKED'));
    broken = false;
    expect(await messaging.operators.discardParked({ ...ref, reason: 'agreed with the team' })).toBe('OK');
    // Long before the poll: the worker is told.
    await eventually(async () => expect(await sequencesOf(key)).toEqual([2, 3]), { timeoutMs: 3_000 });
    expect(await rowOf(events[0]!)).toMatchObject({ state: 'DISCARDED', reason: 'agreed with the team' });
    expect(await messaging.operators.retryParked(ref)).toBe('NOT_PARKED');
    expect(await messaging.operators.discardParked({ ...ref, reason: 'x' })).toBe('NOT_PARKED');
  });

  it('handles what happens now before recorded history and what is sent again, though these have come first', async () => {
    const run = uuidv7();
    const [known, first, again, both] = [`known ${run}`, `first ${run}`, `again ${run}`, `both ${run}`];
    const keys: string[] = [];
    let goOn = () => undefined as void;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await start(
      async (command, event) => {
        keys.push(event.key);
        if (event.key === first) await held;
        await leave(command, event);
      },
      { concurrency: 1 },
    );
    const recorded = (key: string) => deal.emit([{ ...fact(signed, key), origin: 'import' as const }]);
    const history = [...to(20).map((n) => `history ${n} ${run}`), known];
    await wire.deliver(...(await eventsOf(known, 1)));
    await eventually(async () =>
      expect(await receivables.look('select state from inbox_stream where key = $1', [known])).toEqual([
        { state: 'IDLE' },
      ]),
    );
    await wire.deliver(...(await recorded(first)));
    await eventually(() => expect(keys).toEqual([known, first]));
    for (const key of history) await wire.deliver(...(await recorded(key)));
    const [sent] = await eventsOf(again, 1);
    await wire.bring(wire.received(sent!, 'receivables'));
    const [past] = await recorded(both);
    await wire.deliver(past!);
    const [now] = await eventsOf(both, 1);
    const [other] = await eventsOf(`now ${run}`, 1);
    await wire.deliver(other!, now!);
    await wire.deliver(...(await recorded(both)));
    goOn();
    await eventually(() => expect(keys).toHaveLength(28));
    expect(keys.slice(1, 6)).toEqual([first, both, both, both, `now ${run}`]);
    expect(keys.slice(6)).toEqual([...history, again]);
  });

  it('handles every event that was received before a stop, after the next start', async () => {
    const key = uuidv7();
    const events = await eventsOf(key, 30);
    let handling = 0;
    const slow: Handler<EventType, SpecCommand>['handle'] = async (command, event) => {
      handling++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      await leave(command, event);
    };
    const first = await start(slow);
    await wire.deliver(...events);
    await eventually(() => expect(handling).toBeGreaterThan(2));
    await first.stop();
    // What was begun is done, and nothing is claimed any more.
    expect(await sequencesOf(key)).toEqual(to(handling));
    expect((await streamOf(key))?.state).toBe('READY');
    expect(handling).toBeLessThan(30);
    await start(slow);
    await eventually(async () => expect(await sequencesOf(key)).toEqual(to(30)));
  });
});
