import { type AnyEnvelope, topicOf } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { Pool } from 'pg';
import { encode, type Received } from '../index';
import { exampleOf, lost, paid, recordingLog, signed, type SpecService, specService, tenant } from '../spec/house';
import { receiver } from './receive';

const consumer = 'receivables';
const topic = topicOf('deal');

describe('receiving', () => {
  let service: SpecService;
  let pool: Pool;
  let told: { stored: number; duplicates: number };
  let receive: ReturnType<typeof receiver>;
  let log: ReturnType<typeof recordingLog>;

  beforeAll(async () => {
    service = await specService('receivables');
    pool = new Pool({ connectionString: service.database.relayUrl });
  });
  afterAll(async () => {
    await pool.end();
    await service.stop();
  });
  beforeEach(() => {
    told = { stored: 0, duplicates: 0 };
    log = recordingLog();
    receive = receiver({
      consumer,
      handles: (type) => type === signed,
      pool,
      log,
      stored: () => told.stored++,
      duplicates: (count) => (told.duplicates += count),
    });
  });

  const event = (key: string, sequence: number, changes: Partial<AnyEnvelope> = {}): AnyEnvelope =>
    ({
      id: uuidv7(),
      type: signed,
      source: '/fivepoint/deal',
      subject: uuidv7(),
      time: '2026-03-01T08:00:00.000Z',
      tenantId: tenant,
      key,
      sequence,
      correlationId: uuidv7(),
      dataschema: 'https://fivepoint.example/x.json',
      data: exampleOf(signed),
      ...changes,
    }) as AnyEnvelope;
  let deliveries = 0;
  const message = (envelope: AnyEnvelope, replayFor?: string): Received => ({
    topic,
    source: `0/${++deliveries}`,
    ...encode(envelope, replayFor),
  });
  const rowsOf = (key: string) =>
    service.look<{
      event_id: string;
      sequence: string;
      state: string;
      reason: string | null;
      bytes: Buffer | null;
      envelope: object;
    }>('select event_id, sequence, state, reason, bytes, envelope from inbox where key = $1 order by sequence', [key]);
  const streamOf = async (key: string) => {
    const [row] = await service.look<{ handled: string; received: string; state: string }>(
      'select handled, received, state from inbox_stream where key = $1',
      [key],
    );
    return row && { ...row, handled: Number(row.handled), received: Number(row.received) };
  };
  const rejected = (source: string) =>
    service.look<{ tenant_id: string | null; reason: string; headers: Record<string, string>; bytes: Buffer | null }>(
      'select * from inbox_rejected where source_position = $1',
      [source],
    );

  it('stores the whole event once, however often it comes', async () => {
    const key = uuidv7();
    const [first, second] = [event(key, 1), event(key, 2)];
    await receive([message(first), message(second), message(first)]);
    await receive([message(second)]);
    await Promise.all([receive([message(first)]), receive([message(second), message(first)])]);
    const rows = await rowsOf(key);
    expect(rows).toMatchObject([
      { event_id: first.id, state: 'RECEIVED', envelope: first },
      { event_id: second.id, state: 'RECEIVED', envelope: second },
    ]);
    expect(await streamOf(key)).toEqual({ handled: 0, received: 2, state: 'READY' });
    expect(told.duplicates).toBe(5);
    expect(told.stored).toBe(4);
  });

  it('stores what arrives in any order', async () => {
    const key = uuidv7();
    const events = [3, 1, 4, 2].map((sequence) => event(key, sequence));
    for (const one of events) await receive([message(one)]);
    expect((await rowsOf(key)).map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 4]);
  });

  it('drops what its stream has passed, also when the inbox has been pruned', async () => {
    const key = uuidv7();
    const first = event(key, 1);
    await receive([message(first)]);
    await service.look(`update inbox_stream set handled = 1, state = 'IDLE', due_at = null where key = $1`, [key]);
    await service.look('delete from inbox where key = $1', [key]);
    await receive([message(first)]);
    expect(await rowsOf(key)).toEqual([]);
    expect(await streamOf(key)).toMatchObject({ state: 'IDLE' });
    expect(told.duplicates).toBe(1);
  });

  it('records types that it does not handle as ignored, whatever their data', async () => {
    const key = uuidv7();
    const unknown = event(key, 2, { type: 'fivepoint.deal.invented.v7' as never, data: 'anything' as never });
    await receive([message(event(key, 1, { type: lost as never })), message(unknown)]);
    expect(await rowsOf(key)).toMatchObject([{ state: 'IGNORED' }, { state: 'IGNORED' }]);
  });

  it('parks data that breaks its schema in its place, with every problem and no value', async () => {
    const key = uuidv7();
    const invalid = event(key, 1, { data: { ...exampleOf(signed), kind: 'SECRET' } as never });
    await receive([message(invalid), message(event(key, 2))]);
    const rows = await rowsOf(key);
    expect(rows).toMatchObject([{ state: 'PARKED', envelope: invalid }, { state: 'RECEIVED' }]);
    expect(rows[0]?.reason).toMatch(/invalid data: .*kind/);
    expect(rows[0]?.reason).not.toContain('SECRET');
  });

  it('parks what is not its owner’s to say', async () => {
    const key = uuidv7();
    receive = receiver({
      consumer,
      handles: () => true,
      pool,
      log,
      stored: () => undefined,
      duplicates: () => undefined,
    });
    const foreign = event(key, 1, { type: paid as never, data: exampleOf(paid) as never });
    await receive([message(foreign)]);
    expect(await rowsOf(key)).toMatchObject([
      { state: 'PARKED', reason: `invalid data: only receivables publishes ${paid}` },
    ]);
  });

  it('takes data of more than a publisher may send, and any moment', async () => {
    const key = uuidv7();
    const data = { ...exampleOf(signed), note: 'n'.repeat(600_000) } as never;
    const times = ['9999-12-31T23:59:59.999999999Z', '0000-01-01T00:00:00Z', '1970-01-01T00:00:00Z'];
    await receive(times.map((time, n) => message(event(key, n + 1, { time, data }))));
    expect((await rowsOf(key)).map(({ state }) => state)).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED']);
  });

  it('waits for what comes before the highest number there is, and takes up nothing meanwhile', async () => {
    const key = uuidv7();
    await receive([message(event(key, 999_999_999_999_999)), message(event(key, 1))]);
    expect((await rowsOf(key)).map(({ sequence }) => Number(sequence))).toEqual([1, 999_999_999_999_999]);
    expect(await streamOf(key)).toMatchObject({ handled: 0, received: 999_999_999_999_999 });
  });

  it('tolerates optional fields that it does not know yet', async () => {
    const key = uuidv7();
    await receive([message(event(key, 1, { data: { ...exampleOf(signed), newField: 1 } as never }))]);
    expect(await rowsOf(key)).toMatchObject([{ state: 'RECEIVED' }]);
  });

  it('parks a value that is no JSON in its place, with its bytes', async () => {
    const key = uuidv7();
    const value = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
    await receive([{ ...message(event(key, 1)), value }, message(event(key, 2))]);
    expect(await rowsOf(key)).toMatchObject([{ state: 'PARKED', bytes: value }, { state: 'RECEIVED' }]);
  });

  it('sets aside what is no event, with its bytes, and stores what comes with it', async () => {
    const key = uuidv7();
    const corrupt: Received = {
      topic,
      source: 'corrupt/1',
      key: null,
      headers: { junk: Buffer.from([1, 0]) },
      value: Buffer.from([0, 255]),
    };
    const noTenant = { ...message(event(key, 9)), source: 'corrupt/2' };
    const headers = { ...noTenant.headers, ce_id: undefined };
    await receive([corrupt, { ...noTenant, headers }, message(event(key, 1))]);
    await receive([corrupt]);
    expect(await rejected('corrupt/1')).toMatchObject([
      { tenant_id: null, bytes: corrupt.value, headers: { junk: 'AQA=' } },
    ]);
    expect(await rejected('corrupt/2')).toMatchObject([{ tenant_id: tenant, reason: 'the header ce_id is missing' }]);
    expect((await rowsOf(key)).map(({ sequence }) => Number(sequence))).toEqual([1]);
    expect(log.lines.filter(({ level }) => level === 'error').length).toBe(3);
  });

  it('sets aside a single message that cannot be stored, and only that', async () => {
    const key = uuidv7();
    const deep = Buffer.from(`{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`);
    const unstorable = { ...message(event(key, 2, { type: lost as never })), value: deep, source: 'deep/1' };
    await receive([message(event(key, 1)), unstorable, message(event(key, 3))]);
    expect((await rowsOf(key)).map(({ sequence }) => Number(sequence))).toEqual([1, 3]);
    expect(await rejected('deep/1')).toMatchObject([{ bytes: deep }]);
  });

  it('keeps texts that other JSON columns would refuse', async () => {
    const key = uuidv7();
    const data = { ...exampleOf(signed), note: 'a\u0000b \ud800 c' };
    await receive([message(event(key, 1, { data: data as never }))]);
    expect(await rowsOf(key)).toMatchObject([{ state: 'RECEIVED', envelope: { data: { note: 'a\u0000b \ud800 c' } } }]);
  });

  it('sets aside an event whose place another one holds', async () => {
    const key = uuidv7();
    const [holder, rival] = [event(key, 1), event(key, 1)];
    await receive([message(holder)]);
    await receive([{ ...message(rival), source: 'rival/1' }, message(event(key, 2))]);
    expect((await rowsOf(key)).map(({ event_id }) => event_id)).not.toContain(rival.id);
    expect(await rejected('rival/1')).toMatchObject([
      { reason: `sequence 1 of its key is taken by event ${holder.id}` },
    ]);
    expect(told.duplicates).toBe(0);
  });

  it('drops what is sent again for another consumer', async () => {
    const key = uuidv7();
    await receive([message(event(key, 1), 'planning.timeline')]);
    expect(await rowsOf(key)).toEqual([]);
    await receive([message(event(key, 1), consumer)]);
    expect(await rowsOf(key)).toHaveLength(1);
  });

  it('opens an ignored event again when it is sent again on purpose and there is a handler now', async () => {
    const key = uuidv7();
    const events = [
      event(key, 1),
      event(key, 2, { type: lost as never, data: exampleOf(lost) as never }),
      event(key, 3),
    ];
    await receive(events.map((one) => message(one)));
    await service.look(`update inbox set state = 'DONE' where key = $1 and state = 'RECEIVED'`, [key]);
    await service.look(`update inbox_stream set state = 'IDLE', due_at = null, handled = 3 where key = $1`, [key]);
    receive = receiver({
      consumer,
      handles: (type) => type === signed || type === lost,
      pool,
      log,
      stored: () => told.stored++,
      duplicates: (count) => (told.duplicates += count),
    });
    await receive(events.map((one) => message(one)));
    expect((await rowsOf(key)).map(({ state }) => state)).toEqual(['DONE', 'IGNORED', 'DONE']);
    await receive(events.map((one) => message(one, consumer)));
    expect((await rowsOf(key)).map(({ state }) => state)).toEqual(['DONE', 'RECEIVED', 'DONE']);
    expect(await streamOf(key)).toEqual({ state: 'READY', handled: 1, received: 3 });
  });

  it('moves the cursor in the same transaction', async () => {
    const key = uuidv7();
    const logId = uuidv7();
    const cursor = () =>
      service.look<{ position: string }>('select position from in_process_cursor where log_id = $1', [logId]);
    const impossible = { ...event(key, 1), tenantId: tenant };
    await receive([message(impossible)], { logId, position: 7 });
    expect(await cursor()).toEqual([{ position: '7' }]);
    // Nothing of a batch is there when its transaction fails, neither the events nor the place behind them.
    await service.look(`
      create function fail() returns trigger language plpgsql as $$ begin raise 'no' using errcode = '57014'; end $$;
      create trigger fail before update on in_process_cursor for each row execute function fail()`);
    await expect(receive([message(event(key, 2))], { logId, position: 8 })).rejects.toThrow('no');
    expect(await cursor()).toEqual([{ position: '7' }]);
    expect(await rowsOf(key)).toHaveLength(1);
    await service.look('drop trigger fail on in_process_cursor');
    await receive([message(event(key, 2))], { logId, position: 8 });
    expect(await rowsOf(key)).toHaveLength(2);
  });
});
