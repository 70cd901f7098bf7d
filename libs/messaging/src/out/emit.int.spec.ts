import { uuidv7 } from '@fivepoint/kernel';
import { exampleOf, fact, signed, type SpecService, specService, tenant } from '../spec/house';
import { emit, InvalidEvent, prepare } from './emit';

describe('emit', () => {
  let deal: SpecService;
  beforeAll(async () => {
    deal = await specService('deal');
  });
  afterAll(() => deal.stop());

  const stored = (key: string, tenantId = tenant) =>
    deal.look<{ sequence: string; entry: string; id: string }>(
      'select sequence, entry, id from outbox where tenant_id = $1 and key = $2 order by sequence',
      [tenantId, key],
    );
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n + 1));

  it('counts each key of a tenant from 1 without a gap, however many emit and roll back at once', async () => {
    const keys = ['a', 'b', 'c'].map((key) => `${key}-${uuidv7()}`);
    const commands = Array.from({ length: 120 }, (_, n) => {
      const requests = keys
        .slice(n % 3)
        .concat(keys[n % 3]!)
        .map((key) => fact(signed, key));
      const fails = n % 4 === 0;
      return deal
        .emit(requests, tenant, async () => {
          if (fails) throw new Error('rolled back');
        })
        .catch((error: Error) => expect(error.message).toBe('rolled back'));
    });
    await Promise.all(commands);
    for (const key of keys) {
      const rows = await stored(key);
      expect(rows.length).toBeGreaterThan(30);
      expect(rows.map(({ sequence }) => sequence)).toEqual(numbers(rows.length));
      // Entries, too, are in the order of sequences: the relay goes by them.
      const entries = rows.map(({ entry }) => Number(entry));
      expect(entries).toEqual([...entries].sort((a, b) => a - b));
    }
  });

  it('numbers events of one command in the order in which it emitted them', async () => {
    const [a, b] = [`a-${uuidv7()}`, `b-${uuidv7()}`];
    const events = await deal.emit([fact(signed, b), fact(signed, a), fact(signed, b), fact(signed, b)]);
    expect(events.map(({ key, sequence }) => [key, sequence])).toEqual([
      [b, 1],
      [a, 1],
      [b, 2],
      [b, 3],
    ]);
    expect((await stored(b)).map(({ id }) => id)).toEqual(events.filter(({ key }) => key === b).map(({ id }) => id));
  });

  it('refuses what every reader would set aside, and writes nothing', async () => {
    const key = uuidv7();
    const broken = { ...fact(signed, key), correlationId: 'x'.repeat(513) };
    await expect(deal.emit([fact(signed, key), broken])).rejects.toThrow(
      new InvalidEvent(signed, ['the header ce_correlationid is malformed']),
    );
    await expect(deal.emit([fact(signed, 'k'.repeat(513))])).rejects.toThrow(InvalidEvent);
    expect(await stored(key)).toEqual([]);
  });

  it('counts tenants apart', async () => {
    const key = uuidv7();
    const other = uuidv7();
    await deal.emit([fact(signed, key), fact(signed, key)]);
    const [event] = await deal.emit([fact(signed, key)], other);
    expect(event?.sequence).toBe(1);
  });

  it('locks its streams in one order, so that commands with the same keys never lock each other out', async () => {
    const keys = Array.from({ length: 6 }, () => uuidv7());
    const requests = keys.map((key) => fact(signed, key));
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => deal.emit(n % 2 === 0 ? requests : [...requests].reverse())),
    );
    expect((await stored(keys[0]!)).length).toBe(60);
  });

  it('makes a second emitter of a key wait for the first, and hands on its number when that rolls back', async () => {
    const key = uuidv7();
    let rollBack = () => {};
    const first = deal.emit(
      [fact(signed, key)],
      tenant,
      () => new Promise((_, reject) => (rollBack = () => reject(new Error('no')))),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = deal.emit([fact(signed, key)]);
    const early = await Promise.race([second, new Promise((resolve) => setTimeout(() => resolve('waits'), 200))]);
    expect(early).toBe('waits');
    rollBack();
    await expect(first).rejects.toThrow('no');
    expect((await second)[0]?.sequence).toBe(1);
  });

  it('stores the whole envelope', async () => {
    const key = uuidv7();
    const nasty = { ...exampleOf(signed).paymentTerms[0]!, name: 'a"b\\c{},\n\u0000 \ud800 首付款' };
    const request = {
      ...fact(signed, key, { paymentTerms: [nasty] }),
      parentCorrelationId: uuidv7(),
      origin: 'import' as const,
      time: new Date('2016-05-04T03:02:01Z'),
    };
    const [event] = await deal.emit([request]);
    expect(event).toMatchObject({
      type: signed,
      source: '/fivepoint/deal',
      key,
      sequence: 1,
      tenantId: tenant,
      subject: request.subject,
      time: '2016-05-04T03:02:01.000Z',
      origin: 'import',
      correlationId: request.correlationId,
      parentCorrelationId: request.parentCorrelationId,
      data: request.data,
    });
    const [row] = await deal.look<{ envelope: object }>('select envelope from outbox where id = $1', [event!.id]);
    expect({ ...row?.envelope, sequence: 1 }).toEqual(event);
  });

  it('refuses what its contract does not allow, at once and as a bug', () => {
    const broken = { ...fact(signed, 'k'), data: { ...exampleOf(signed), kind: 'OLD' } } as never;
    expect(() => prepare('deal', broken)).toThrow(InvalidEvent);
    expect(() => prepare('planning', fact(signed, 'k'))).toThrow(/only deal publishes it/);
    expect(() => prepare('deal', fact(signed, ''))).toThrow(/needs a key/);
    const ownerId = uuidv7();
    const needless = {
      ...fact(signed, 'k'),
      data: { ...exampleOf(signed), ownerId, team: 'x'.repeat(300_000) },
    } as never;
    expect(() => prepare('deal', needless)).toThrow(/at most 262144/);
  });

  it('keeps the id that was prepared', async () => {
    const prepared = prepare('deal', fact(signed, uuidv7()));
    const [event] = await deal.emit([prepared]);
    expect(event?.id).toBe(prepared.id);
  });

  it('writes nothing outside the tenant of the transaction', async () => {
    const elsewhere = deal.dataSource.transaction(async (manager) => {
      await manager.query(`set local app.tenant = '${uuidv7()}'`);
      await emit(manager, 'deal', { tenantId: tenant, now: new Date() }, fact(signed, uuidv7()));
    });
    await expect(elsewhere).rejects.toThrow(/row-level security/);
  });

  it('works only inside a transaction', async () => {
    const outside = emit(
      deal.dataSource.manager,
      'deal',
      { tenantId: tenant, now: new Date() },
      fact(signed, uuidv7()),
    );
    await expect(outside).rejects.toThrow(/inside a transaction/);
  });
});
