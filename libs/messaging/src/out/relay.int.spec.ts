import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { Client } from 'pg';
import { lockClass } from '../advisory-locks';
import type { KeptConnection } from '../keep-connected';
import { defaultTuning } from '../tuning';
import { fact, fastTuning, recordingLog, signed, type SpecService, specService, tenant } from '../spec/house';
import { Wire } from '../spec/wire';
import { startRelay } from './relay';

describe('the relay', () => {
  let deal: SpecService;
  let relays: KeptConnection[];

  beforeEach(async () => {
    deal = await specService('deal');
    relays = [];
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    await deal.stop();
  });

  const start = (wire: Wire, tuning = {}) => {
    const settings = { url: deal.database.relayUrl, topic: 'fivepoint.deal', transport: wire, log: recordingLog() };
    const relay = startRelay({ ...settings, tuning: { ...defaultTuning, ...fastTuning, ...tuning } });
    relays.push(relay);
    return relay;
  };
  const positions = () =>
    deal.look<{ id: string; position: string; key: string; sequence: string }>(
      'select id, position, key, sequence from outbox order by position',
    );
  const recorded = async () => {
    const [row] = await deal.look<{ published_position: string }>('select published_position from relay_publication');
    return Number(row?.published_position ?? 0);
  };
  const emitted = async (count: number) => {
    for (let n = 0; n < count; n++) await deal.emit([fact(signed, `key-${n % 3}`)]);
  };
  const uniqueIds = (wire: Wire) => [...new Set(wire.published.map(({ id }) => id))];
  /** First appearances per key are in sequence, and nothing is left out. */
  const expectOrder = (wire: Wire, count: number) => {
    const ids = uniqueIds(wire);
    expect(ids.length).toBe(count);
    const keys = new Map<string, number>();
    for (const id of ids) {
      const { key, sequence } = wire.published.find((event) => event.id === id)!;
      expect(sequence).toBe((keys.get(key) ?? 0) + 1);
      keys.set(key, sequence);
    }
  };
  const killLockHolder = async () => {
    const holder = `select pid from pg_locks where locktype = 'advisory' and classid = ${lockClass.relay} and granted
      and database = (select oid from pg_database where datname = current_database())`;
    const rows = await deal.look(`select pg_terminate_backend(pid) from (${holder}) as holder`);
    expect(rows.length).toBe(1);
  };

  it('publishes in the order in which the events of a key were committed, at dense positions', async () => {
    const wire = new Wire();
    start(wire);
    const commands = Array.from({ length: 150 }, (_, n) =>
      deal.emit([fact(signed, `key-${n % 5}`), fact(signed, `key-${(n + 1) % 5}`)], tenant, async () => {
        await new Promise((resolve) => setTimeout(resolve, (n * 7) % 13));
        if (n % 6 === 0) throw new Error('rolled back');
      }),
    );
    await Promise.allSettled(commands);
    await eventually(() => expect(wire.published.length).toBe(250));
    expectOrder(wire, 250);
    const rows = await positions();
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, n) => n + 1));
    expect(wire.published.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('does not let an open transaction hold up the other keys', async () => {
    const wire = new Wire();
    start(wire);
    let commit = () => {};
    const open = deal.emit([fact(signed, 'slow')], tenant, () => new Promise((resolve) => (commit = resolve)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await deal.emit([fact(signed, 'quick')]);
    await eventually(() => expect(wire.published.map(({ key }) => key)).toEqual(['quick']));
    commit();
    await open;
    await eventually(() => expect(wire.published.map(({ key }) => key)).toEqual(['quick', 'slow']));
  });

  it('is woken by a commit, long before its poll', async () => {
    const wire = new Wire();
    start(wire, { pollMs: 60_000 });
    await eventually(async () => expect(await recorded()).toBe(0));
    await deal.emit([fact(signed, 'k')]);
    await eventually(() => expect(wire.published.length).toBe(1), { timeoutMs: 2_000 });
  });

  it('sends again what it could not record, in the same order, and nothing is left out', async () => {
    const wire = new Wire();
    await emitted(20);
    let killed = false;
    wire.onPublish = async (batch) => {
      // The batch gets through, then the relay's connection dies before it can say so.
      if (batch.length > 5 && !killed) {
        killed = true;
        await killLockHolder();
      }
    };
    start(wire, { publishBatch: 8 });
    await eventually(async () => expect(await recorded()).toBe(20));
    expect(killed).toBe(true);
    expect(wire.published.length).toBe(28);
    expectOrder(wire, 20);
  });

  it('tries a failed batch again, and only then the next', async () => {
    const wire = new Wire();
    await emitted(12);
    let failures = 0;
    wire.onPublish = async (batch) => {
      if (batch[0]!.sequence >= 2 && failures++ < 3) throw new Error('no broker');
    };
    start(wire, { publishBatch: 4 });
    await eventually(async () => expect(await recorded()).toBe(12));
    expect(failures).toBeGreaterThanOrEqual(3);
    expectOrder(wire, 12);
    expect(wire.published.length).toBe(12);
  });

  it('works one at a time in a database, and the other takes over when it stops or dies', async () => {
    const wires = [new Wire(), new Wire(), new Wire()];
    let inFlight = 0;
    for (const wire of wires) {
      wire.onPublish = async () => {
        expect(++inFlight).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 3));
        inFlight--;
      };
    }
    const first = start(wires[0]!);
    await eventually(async () => expect((await deal.look('select from relay_publication')).length).toBe(1));
    start(wires[1]!);
    await emitted(10);
    await eventually(() => expect(wires[0]!.published.length).toBe(10));
    expect(wires[1]!.published.length).toBe(0);

    await first.stop();
    await emitted(10);
    await eventually(() => expect(wires[1]!.published.length).toBe(10));

    start(wires[2]!, { reconnectMs: 1 });
    await killLockHolder();
    await emitted(10);
    await eventually(async () => expect(await recorded()).toBe(30));
    const all = new Wire();
    all.published.push(...wires.flatMap(({ published }) => published));
    expectOrder(all, 30);
  });

  it('finishes and records the batch in flight when it is stopped', async () => {
    const wire = new Wire();
    await emitted(5);
    let arrived = () => {};
    let release = () => {};
    const flying = new Promise<void>((resolve) => (arrived = resolve));
    wire.onPublish = () => {
      arrived();
      return new Promise((resolve) => (release = resolve));
    };
    const relay = start(wire);
    await flying;
    const stopped = relay.stop();
    const early = await Promise.race([stopped, new Promise((resolve) => setTimeout(() => resolve('waits'), 100))]);
    expect(early).toBe('waits');
    release();
    await stopped;
    expect(await recorded()).toBe(5);
    expect(wire.published.length).toBe(5);
  });

  it('keeps its lock while a batch takes longer than a process may hang', async () => {
    const [slow, standing] = [new Wire(), new Wire()];
    await emitted(3);
    let arrived = () => {};
    let release = () => {};
    const flying = new Promise<void>((resolve) => (arrived = resolve));
    slow.onPublish = () => {
      arrived();
      return new Promise((resolve) => (release = resolve));
    };
    const hungMs = 400;
    start(slow, { hungMs });
    await flying;
    start(standing, { hungMs });
    const idle = `select from pg_stat_activity where datname = current_database() and pid in (
      select pid from pg_locks where locktype = 'advisory' and classid = ${lockClass.relay} and granted)
      and now() - backend_start > interval '${3 * hungMs} ms'`;
    await eventually(async () => expect(await deal.look(idle)).toHaveLength(1));
    release();
    await eventually(async () => expect(await recorded()).toBe(3));
    expect([slow.published.length, standing.published.length]).toEqual([3, 0]);
  });

  it('stops at once while it has nothing to do, stands by, or finds no database', async () => {
    const began = Date.now();
    const wire = new Wire();
    const leader = start(wire, { pollMs: 60_000 });
    await eventually(async () => expect((await deal.look('select from relay_publication')).length).toBe(1));
    const standby = start(wire, { pollMs: 60_000 });
    const url = new URL(deal.database.relayUrl);
    url.port = '1';
    const lost = startRelay({
      url: url.href,
      topic: 'fivepoint.deal',
      transport: wire,
      log: recordingLog(),
      tuning: { ...defaultTuning, reconnectMs: 60_000, longestReconnectMs: 60_000 },
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await Promise.all([standby.stop(), leader.stop(), lost.stop()]);
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('writes neither positions nor progress once its lock is gone', async () => {
    const wire = new Wire();
    await emitted(3);
    const other = new Client({ connectionString: deal.database.relayUrl });
    await other.connect();
    wire.onPublish = async () => {
      wire.onPublish = async () => undefined;
      await killLockHolder();
      // Somebody else is relay by the time the old one wants to record.
      await eventually(async () => {
        const { rows } = await other.query<{ taken: boolean }>(
          `select pg_try_advisory_lock(${lockClass.relay}, 0) as taken`,
        );
        expect(rows[0]?.taken).toBe(true);
      });
    };
    start(wire);
    await eventually(() => expect(wire.published.length).toBe(3));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await recorded()).toBe(0);
    await deal.emit([fact(signed, uuidv7())]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await positions()).filter(({ position }) => position === null).length).toBe(1);
    await other.end();
    await eventually(async () => expect(await recorded()).toBe(4));
  });

  it('counts for each transport apart: a new one gets everything from the beginning', async () => {
    const wire = new Wire();
    const relay = start(wire);
    await emitted(4);
    await eventually(async () => expect(await recorded()).toBe(4));
    await relay.stop();
    class OtherWire extends Wire {
      override readonly name = 'other' as 'wire';
    }
    const other = new OtherWire();
    start(other);
    await eventually(() => expect(other.published.length).toBe(4));
    expect(wire.published.length).toBe(4);
  });
});
