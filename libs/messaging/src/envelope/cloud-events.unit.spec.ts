import type { AnyEnvelope } from '@fivepoint/contracts';
import fc from 'fast-check';
import { exampleOf } from '../spec/house';
import { contextProblem, decode, encode } from './cloud-events';
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
    const optional = { parentCorrelationId: 'lead', causationId: 'cause', traceparent: '00-a-b-01' };
    const { headers, key } = encode({ ...example, ...optional, origin: 'import' }, 'deal');
    expect(new Set(Object.keys(headers))).toEqual(
      new Set([
        'ce_specversion',
        'ce_id',
        'ce_source',
        'ce_type',
        'ce_subject',
        'ce_time',
        'ce_tenantid',
        'ce_correlationid',
        'ce_parentcorrelationid',
        'ce_causationid',
        'ce_sequence',
        'ce_origin',
        'ce_dataschema',
        'traceparent',
        'content-type',
        'ce_replayfor',
      ]),
    );
    expect([headers['ce_specversion'], headers['content-type']].map(String)).toEqual(['1.0', 'application/json']);
    expect(key.toString()).toBe(example.key);
  });

  const malformed = /^the header \w+ is malformed$/;
  const missing = /^the header \w+ is missing$/;
  it.each<[string, string | Buffer | undefined, string | RegExp]>([
    ['ce_specversion', undefined, missing],
    ['ce_specversion', '0.3', 'ce_specversion must be 1.0'],
    ['ce_id', undefined, missing],
    ['ce_id', 'no-uuid', malformed],
    ['ce_id', `x${example.id}`, malformed],
    ['ce_id', `${example.id}x`, malformed],
    ['ce_id', '0198C000-0000-7000-8000-000000000001', malformed],
    ['ce_source', '/fivepoint/planning', 'ce_source must be the owner of the topic'],
    ['ce_source', 'deal', 'ce_source must be the owner of the topic'],
    ['ce_type', undefined, missing],
    ['ce_type', Buffer.from([0xff, 0xfe]), malformed],
    ['ce_subject', '', malformed],
    ['ce_subject', 'a\u0000b', malformed],
    ['ce_time', '2026-03-01', malformed],
    ['ce_time', '2026-03-01T00:00:00Z and later', malformed],
    ['ce_time', '2026-13-41T25:00:00Z', 'ce_time must be a moment that exists'],
    ['ce_time', '2026-02-30T00:00:00Z', 'ce_time must be a moment that exists'],
    ['ce_tenantid', undefined, missing],
    ['ce_tenantid', 'tenant', malformed],
    ['ce_sequence', undefined, missing],
    ['ce_sequence', '0', malformed],
    ['ce_sequence', '-1', malformed],
    ['ce_sequence', '1.5', malformed],
    ['ce_sequence', '9'.repeat(16), malformed],
    ['ce_correlationid', 'x'.repeat(513), malformed],
    ['ce_parentcorrelationid', '', malformed],
    ['ce_causationid', '', malformed],
    ['ce_replayfor', '', malformed],
    ['ce_origin', 'elsewhere', 'ce_origin must be "import" or absent'],
    ['ce_dataschema', undefined, missing],
  ])('with %s = %p are no event', (name, value, reason) => {
    const rejected = decode(withHeader(name, value)) as { kind: string; reason: string };
    expect(rejected.kind).toBe('rejected');
    expect(rejected.reason).toMatch(reason);
  });

  it('are events with the longest text, number and fraction of a second', () => {
    for (const [name, value] of [
      ['ce_subject', 'x'.repeat(512)],
      ['ce_subject', '\ufeffwith a mark of byte order'],
      ['ce_sequence', '9'.repeat(15)],
      ['ce_time', '2026-03-01T00:00:00.123456789Z'],
      ['ce_time', '2026-03-01T00:00:00Z'],
    ] as const) {
      const decoded = decode(withHeader(name, value));
      expect(decoded.kind).toBe('event');
      expect(Object.values((decoded as { envelope: object }).envelope).map(String)).toContain(value);
    }
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
    '2026-01-01T00:00:00.1234567890Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00Z ',
    ' 2026-01-01T00:00:00Z',
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
    expect(decode({ ...receivedOf(example), key })).toEqual({
      kind: 'rejected',
      reason: 'the key must be a text of 1 to 512 characters',
      tenantId: example.tenantId,
    });
  });

  it.each<[string, Buffer | null]>([
    ['absent', null],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['not JSON', Buffer.from('{"a":')],
  ])('with a value that is %s keep their place in the stream', (what, value) => {
    expect(decode({ ...receivedOf(example, 'deal'), value })).toEqual({
      kind: 'unreadable',
      envelope: { ...example, data: null },
      replayFor: 'deal',
      reason: `the value is ${what}`,
    });
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
    for (const none of ['x', undefined, Buffer.from([0xff])])
      expect(decode(withHeader('ce_tenantid', none))).toMatchObject({ tenantId: null });
  });

  it('are not blamed for a defect of ours', () => {
    const broken = {
      ...receivedOf(example),
      get key(): Buffer {
        throw new TypeError('a defect');
      },
    };
    expect(() => decode(broken)).toThrow(TypeError);
  });
});

describe('an event that is about to be written', () => {
  it('is refused for what every reader would set it aside for', () => {
    expect(contextProblem(example)).toBeNull();
    expect(contextProblem({ ...example, subject: '' })).toBe('the header ce_subject is malformed');
    expect(contextProblem({ ...example, key: 'k'.repeat(513) })).toBe('the key must be a text of 1 to 512 characters');
  });
});
