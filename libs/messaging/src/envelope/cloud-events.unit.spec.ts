import type { AnyEnvelope } from '@fivepoint/contracts';
import fc from 'fast-check';
import { exampleOf } from '../spec/house';
import { decode, encode } from './cloud-events';
import type { Received } from './received';

const type = 'fivepoint.deal.contract-signed.v1';
const topic = 'fivepoint.deal';

const uuid = fc.uuid({ version: 7 });
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((one) => !one.includes('\u0000'));

const envelopes: fc.Arbitrary<AnyEnvelope> = fc
  .record(
    {
      id: uuid,
      subject: text,
      time: fc
        .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      tenantId: uuid,
      key: text,
      sequence: fc.integer({ min: 1, max: 2 ** 40 }),
      correlationId: text,
      parentCorrelationId: text,
      causationId: text,
      origin: fc.constant('import' as const),
      traceparent: text,
      dataschema: text,
      data: fc
        .jsonValue()
        .map((extra) => ({ ...exampleOf(type), extra: JSON.parse(JSON.stringify(extra)) as unknown })),
    },
    { requiredKeys: ['id', 'subject', 'time', 'tenantId', 'key', 'sequence', 'correlationId', 'dataschema', 'data'] },
  )
  .map((fields) => ({ ...fields, type, source: '/fivepoint/deal' }) as AnyEnvelope);

const example = fc.sample(envelopes, { numRuns: 1, seed: 7 })[0]!;

function receivedOf(envelope: AnyEnvelope, replayFor?: string): Received {
  return { topic, source: '0/1', ...encode(envelope, replayFor) };
}

function withHeader(name: string, value: string | Buffer | undefined): Received {
  const received = receivedOf({ ...example, origin: 'import' });
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return { ...received, headers: { ...received.headers, [name]: bytes } };
}

describe('CloudEvents in Kafka headers', () => {
  it('come back as they went, whatever they carry', () => {
    fc.assert(
      fc.property(envelopes, fc.option(text, { nil: undefined }), (envelope, replayFor) => {
        expect(decode(receivedOf(envelope, replayFor))).toEqual({
          kind: 'event',
          envelope,
          replayFor: replayFor ?? null,
        });
      }),
    );
  });

  it('are named as the specification says', () => {
    const { headers, key } = encode({ ...example, origin: 'import', traceparent: '00-a-b-01' });
    expect(Object.keys(headers)).toEqual(
      expect.arrayContaining([
        'ce_specversion',
        'ce_id',
        'ce_source',
        'ce_type',
        'ce_subject',
        'ce_time',
        'ce_tenantid',
        'ce_correlationid',
        'ce_sequence',
        'ce_origin',
        'ce_dataschema',
        'traceparent',
        'content-type',
      ]),
    );
    expect(key.toString()).toBe(example.key);
  });

  it.each<[string, string | Buffer | undefined]>([
    ['ce_specversion', undefined],
    ['ce_specversion', '0.3'],
    ['ce_id', undefined],
    ['ce_id', 'no-uuid'],
    ['ce_id', '0198C000-0000-7000-8000-000000000001'],
    ['ce_source', '/fivepoint/planning'],
    ['ce_source', 'deal'],
    ['ce_type', undefined],
    ['ce_type', Buffer.from([0xff, 0xfe])],
    ['ce_subject', ''],
    ['ce_subject', 'a\u0000b'],
    ['ce_time', '2026-03-01'],
    ['ce_time', '2026-13-41T25:00:00Z'],
    ['ce_tenantid', undefined],
    ['ce_tenantid', 'tenant'],
    ['ce_sequence', undefined],
    ['ce_sequence', '0'],
    ['ce_sequence', '-1'],
    ['ce_sequence', '1.5'],
    ['ce_sequence', '9'.repeat(17)],
    ['ce_correlationid', 'x'.repeat(513)],
    ['ce_origin', 'elsewhere'],
    ['ce_dataschema', undefined],
  ])('with %s = %p are no event', (name, value) => {
    expect(decode(withHeader(name, value))).toMatchObject({ kind: 'rejected' });
  });

  it.each([
    ...['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_tenantid', 'ce_correlationid'],
    ...['ce_sequence', 'ce_dataschema'],
  ])('without %s, with an empty one or with bytes that are no text are no event', (name) => {
    expect(decode(withHeader(name, undefined))).toMatchObject({
      kind: 'rejected',
      reason: `the header ${name} is missing`,
    });
    for (const bytes of [Buffer.alloc(0), Buffer.from([0xc3, 0x28]), Buffer.from([0xed, 0xa0, 0x80])])
      expect(decode(withHeader(name, bytes))).toMatchObject({ kind: 'rejected' });
  });

  it.each(['+1', ' 1', '1 ', '01', '1e3', '0x1', '1_000', 'Infinity', 'NaN', '１', '1\n', '9007199254740993'])(
    'with %j for a number are no event',
    (sequence) => expect(decode(withHeader('ce_sequence', sequence))).toMatchObject({ kind: 'rejected' }),
  );

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:01Z',
    '2026-01-01T00:00:00+08:00',
    '2026-01-01T00:00:00',
    '+012026-01-01T00:00:00Z',
    'now',
    '1767225600',
  ])('at %j are no event', (time) => expect(decode(withHeader('ce_time', time))).toMatchObject({ kind: 'rejected' }));

  it.each<[string, Buffer | null]>([
    ['none', null],
    ['empty', Buffer.from('')],
    ['not UTF-8', Buffer.from([0xff])],
    ['longer than an index takes', Buffer.from('k'.repeat(513))],
    ['with a NUL', Buffer.from('a\u0000')],
  ])('with a key that is %s are no event', (_, key) => {
    expect(decode({ ...receivedOf(example), key })).toMatchObject({ kind: 'rejected' });
  });

  it.each<[string, Buffer | null]>([
    ['absent', null],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['not JSON', Buffer.from('{"a":')],
    ['empty', Buffer.from('')],
  ])('with a value that is %s keep their place in the stream', (_, value) => {
    const { envelope } = decode({ ...receivedOf(example), value }) as { envelope: AnyEnvelope };
    expect(decode({ ...receivedOf(example), value })).toMatchObject({ kind: 'unreadable' });
    expect(envelope).toEqual({ ...example, data: null });
  });

  it.each<[string, Buffer]>([
    ['too long', Buffer.from('x'.repeat(513))],
    ['empty', Buffer.from('')],
    ['not UTF-8', Buffer.from([0xff])],
  ])('with a trace that is %s are events all the same, without it', (_, traceparent) => {
    expect(decode(withHeader('traceparent', traceparent))).toMatchObject({ kind: 'event' });
    expect(decode(withHeader('traceparent', traceparent))).not.toHaveProperty('envelope.traceparent');
  });

  it('tell whose they might be, where the tenant can be read', () => {
    expect(decode(withHeader('ce_id', undefined))).toMatchObject({ tenantId: example.tenantId });
    expect(decode(withHeader('ce_tenantid', 'x'))).toMatchObject({ tenantId: null });
  });
});
