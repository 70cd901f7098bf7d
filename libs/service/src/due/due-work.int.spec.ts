import { parseLocalDate, uuidv7 } from '@fivepoint/kernel';
import { rolesOf } from '@fivepoint/messaging';
import { connected, eventually, testDatabase, type TestDatabase } from '@fivepoint/testing';
import type { DataSource } from 'typeorm';
import type { Command } from '../command/command';
import { runCommand } from '../command/run-command';
import { migrate } from '../database/migrate';
import { appDataSource } from '../runtime/app-data-source';
import type { Stoppable } from '../runtime/stopping';
import { notes } from '../spec/notes';
import { dueCount, type DueWork, leaveDue, leaveDueOn, mostAttempts, takeDue } from './due-work';
import { dueWorkTable } from './due-work-table';
import { startDueWorker } from './due-worker';

class Signal {
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => (this.give = resolve));
}

describe('work that is due', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let now: Date;
  let workers: Stoppable[];
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const settings = { service: notes.name, seesAll: [], timeZoneOf: async () => 'Asia/Shanghai' };

  beforeEach(async () => {
    database = await testDatabase(notes.name, {
      template: 'notes with due work',
      migrate: async (url) =>
        void (await migrate({ migrations: [...notes.migrations, dueWorkTable(rolesOf(notes.name))] }, url)),
    });
    dataSource = await appDataSource(database.appUrl, notes.entities, 8).initialize();
    [now, workers] = [new Date('2026-06-15T04:00:00Z'), []];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await dataSource.destroy();
    await database.drop();
  });

  const command = <R>(tenantId: string, work: (command: Command) => Promise<R>) => {
    const identity = { tenantId, userId: 'somebody', repId: null, roles: ['ADMIN'], teams: [] } as const;
    return runCommand(
      dataSource,
      settings,
      { identity, now, requestId: uuidv7(), correlationId: uuidv7() },
      'x',
      {},
      work,
    );
  };
  const start = async (...works: DueWork[]) => {
    const clock = { now: () => now };
    const worker = { dataSource, relayUrl: database.relayUrl, works, settings, clock, log, pollMs: 20 };
    const started = await startDueWorker(worker);
    workers.push(started);
    return started;
  };
  const rows = () =>
    connected(database.superuserUrl, async (client) => {
      const found = await client.query<{ subject: string; due_at: Date; attempts: number; problem: string | null }>(
        'select subject, due_at, attempts, problem from due_work order by subject',
      );
      return found.rows;
    });
  const ids = (count: number) => Array.from({ length: count }, () => uuidv7()).sort();
  const pending = (tenantId: string) =>
    command(tenantId, ({ manager }) => dueCount(manager, tenantId, 'ring', now)) as Promise<number>;

  it('is done once, in the tenant that left it, however many replicas there are', async () => {
    const [one, other] = [uuidv7(), uuidv7()];
    const [ofOne, ofOther] = [ids(30), ids(30)];
    const done: string[] = [];
    const ring: DueWork = {
      kind: 'ring',
      together: 4,
      work: async ({ tenantId }, subjects) => {
        expect(subjects.length).toBeLessThanOrEqual(4);
        done.push(...subjects.map((subject) => `${tenantId} ${subject}`));
      },
    };
    await command(one, (it) => leaveDue(it, 'ring', [...ofOne, ...ofOne]));
    await command(other, (it) => leaveDue(it, 'ring', ofOther));
    expect(await pending(one)).toBe(30);
    await Promise.all([start(ring), start(ring), start(ring)]);
    await eventually(async () => expect(await rows()).toEqual([]));
    expect(done.sort()).toEqual(
      [...ofOne.map((id) => `${one} ${id}`), ...ofOther.map((id) => `${other} ${id}`)].sort(),
    );
    expect(await pending(one)).toBe(0);
  });

  it("comes on its day, which begins in the tenant's time zone, and at the earlier of two times", async () => {
    const [tenantId, [early = '', late = '']] = [uuidv7(), ids(2)];
    const on = (day: string) => parseLocalDate(day);
    await command(tenantId, (it) =>
      leaveDueOn(it, 'ring', [
        { subject: early, on: on('2026-07-01') },
        { subject: late, on: on('2026-07-02') },
      ]),
    );
    await command(tenantId, (it) => leaveDueOn(it, 'ring', [{ subject: early, on: on('2027-01-01') }]));
    expect((await rows()).map(({ due_at }) => due_at.toISOString())).toEqual([
      '2026-06-30T16:00:00.000Z',
      '2026-07-01T16:00:00.000Z',
    ]);
    const done: string[] = [];
    now = new Date('2026-06-30T16:00:00Z');
    await start({ kind: 'ring', together: 9, work: async (_, subjects) => void done.push(...subjects) });
    await eventually(() => expect(done).toEqual([early]));
    expect(await pending(tenantId)).toBe(0);
    expect((await rows()).map(({ subject }) => subject)).toEqual([late]);
  });

  it('that fails holds up nobody, is tried again later, and is left to an operator in the end', async () => {
    const [tenantId, [good = '', bad = '', better = '']] = [uuidv7(), ids(3)];
    const done: string[] = [];
    const work = async (_: Command, subjects: readonly string[]) => {
      if (subjects.includes(bad)) throw new Error('out of order');
      done.push(...subjects);
    };
    await command(tenantId, (it) => leaveDue(it, 'ring', [good, bad, better]));
    const sweep = { kind: 'sweep', together: 1, work: async () => undefined };
    const { gauges } = await start({ kind: 'ring', together: 3, work }, sweep);
    const told = async () =>
      Object.fromEntries(
        (await gauges()).map(({ name, labels, value }) => [
          `${labels['kind'] ?? ''} ${name.replace('fivepoint_due_', '')}`,
          value,
        ]),
      );
    const none = { 'sweep waiting_pieces': 0, 'sweep oldest_seconds': 0, 'sweep stuck_pieces': 0 };
    await eventually(async () => expect(await rows()).toMatchObject([{ subject: bad, problem: 'out of order' }]));
    expect(done).toEqual([good, better]);
    expect(await told()).toEqual({
      ...{ 'ring waiting_pieces': 1, 'ring oldest_seconds': 0, 'ring stuck_pieces': 0 },
      ...none,
    });
    for (let attempts = 2; attempts <= mostAttempts; attempts++) {
      now = new Date(now.getTime() + 61_000);
      await eventually(async () => expect(await rows()).toMatchObject([{ attempts, problem: 'out of order' }]));
    }
    expect(await told()).toMatchObject({ 'ring waiting_pieces': 1, 'ring stuck_pieces': 0 });
    now = new Date(now.getTime() + 61_000);
    expect(await told()).toEqual({
      ...{ 'ring waiting_pieces': 0, 'ring oldest_seconds': 0, 'ring stuck_pieces': 1 },
      ...none,
    });
    expect(await pending(tenantId)).toBe(1);
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await command(tenantId, (it) => leaveDue(it, 'ring', [bad]));
    expect(await rows()).toMatchObject([{ attempts: 0, problem: null }]);
  });

  it('that waits for an operator is found and tried again as docs/operations.md says', async () => {
    const [tenantId, [stuck = '', waiting = '']] = [uuidv7(), ids(2)];
    await command(tenantId, (it) => leaveDue(it, 'ring', [stuck, waiting]));
    await connected(database.superuserUrl, (client) =>
      client.query(
        `update due_work set due_at = now() - interval '1 minute', problem = 'out of order', attempts = $1 - (subject = $2)::int`,
        [mostAttempts, waiting],
      ),
    );
    await connected(database.relayUrl, async (client) => {
      const { rows: found } = await client.query<{ subject: string }>(
        'select tenant_id, kind, subject, problem, due_at from due_work where attempts >= 8 and due_at <= now() order by due_at',
      );
      expect(found).toMatchObject([{ tenant_id: tenantId, kind: 'ring', subject: stuck, problem: 'out of order' }]);
      const { rowCount } = await client.query(
        `update due_work set attempts = 0, problem = null, due_at = now() where kind = 'ring' and attempts >= 8 and due_at <= now()`,
      );
      expect(rowCount).toBe(1);
    });
    now = new Date(Date.now() + 60_000);
    const done: string[] = [];
    await start({ kind: 'ring', together: 1, work: async (_, subjects) => void done.push(...subjects) });
    await eventually(() => expect([...done].sort()).toEqual([stuck, waiting].sort()));
  });

  it('that is left anew while it is done is done once more', async () => {
    const [tenantId, [subject = '']] = [uuidv7(), ids(1)];
    let times = 0;
    const [begun, leftAnew] = [new Signal(), new Signal()];
    await command(tenantId, (it) => leaveDue(it, 'ring', [subject]));
    await start({
      kind: 'ring',
      together: 1,
      work: async () => {
        times += 1;
        begun.give();
        await leftAnew.given;
      },
    });
    await begun.given;
    // Waits for the end of what is done, so that the next one sees what it has changed.
    const leaving = command(tenantId, (it) => leaveDue(it, 'ring', [subject]));
    leftAnew.give();
    await leaving;
    await eventually(() => expect(times).toBe(2));
    await eventually(async () => expect(await rows()).toEqual([]));
  });

  it('is not left over where a command has taken it on itself', async () => {
    const [tenantId, [mine = '', other = '']] = [uuidv7(), ids(2)];
    await command(tenantId, (it) => leaveDue(it, 'ring', [mine, other]));
    await command(tenantId, (it) => takeDue(it, 'ring', [mine]));
    expect((await rows()).map(({ subject }) => subject)).toEqual([other]);
  });

  it('of another kind is nobody’s here', async () => {
    const [tenantId, [ring = '', sweep = '']] = [uuidv7(), ids(2)];
    await command(tenantId, (it) => leaveDue(it, 'sweep', [sweep]));
    await command(tenantId, (it) => leaveDue(it, 'ring', [ring]));
    await start({ kind: 'ring', together: 1, work: async () => undefined });
    await eventually(async () => expect(await rows()).toMatchObject([{ subject: sweep, attempts: 0 }]));
  });
});
