import { type AnyEnvelope, eventTypes } from '@fivepoint/contracts';
import { encode } from '../envelope/cloud-events';
import type { Received } from '../envelope/received';
import { exampleOf } from '../spec/house';
import { classify, problemsOf } from './classify';

const type = 'fivepoint.deal.contract-signed.v1';
const envelope = {
  id: '0197f2b0-0000-7000-8000-000000000001',
  type,
  source: '/fivepoint/deal',
  subject: 'contract',
  time: '2026-06-01T00:00:00.000Z',
  tenantId: '0197f2b0-0000-7000-8000-000000000002',
  key: 'account',
  sequence: 3,
  correlationId: 'turn',
  dataschema: eventTypes[type].dataschema,
  data: exampleOf(type),
} as unknown as AnyEnvelope;

const received = (over: object = {}, replayFor?: string): Received => ({
  topic: 'fivepoint.deal',
  source: '0/1',
  ...encode({ ...envelope, ...over } as AnyEnvelope, replayFor),
});
const handlesAll = () => true;

describe('what becomes of a message at a consumer', () => {
  it('is received when it is handled and right', () => {
    const message = received();
    expect(classify(message, 'receivables', (asked) => asked === type)).toEqual({
      kind: 'arrival',
      envelope,
      state: 'RECEIVED',
      reason: null,
      bytes: null,
      replayed: false,
      received: message,
    });
  });

  it('is ignored, but has its place, when nobody handles it, however broken its data is', () => {
    const ignored = { kind: 'arrival', state: 'IGNORED', reason: null, bytes: null };
    expect(classify(received({ data: {} }), 'receivables', () => false)).toMatchObject(ignored);
    expect(classify({ ...received(), value: null }, 'receivables', () => false)).toMatchObject(ignored);
  });

  it('is parked when its data breaks the schema, with every reason', () => {
    const data = { ...exampleOf(type), signedOn: 'soon', warrantyMonths: -1 };
    const parked = classify(received({ data }), 'receivables', handlesAll);
    expect(parked).toMatchObject({ state: 'PARKED', bytes: null });
    expect(parked?.reason).toMatch(/^invalid data: data\.signedOn [^;]+; data\.warrantyMonths [^;]+$/);
  });

  it('is parked with its bytes when they cannot be read', () => {
    const value = Buffer.from('{');
    expect(classify({ ...received(), value }, 'receivables', handlesAll)).toMatchObject({
      state: 'PARKED',
      reason: 'the value is not JSON',
      bytes: value,
    });
  });

  it('is set aside when it is no event, under the tenant that it names', () => {
    const message = { ...received(), key: null };
    expect(classify(message, 'receivables', handlesAll)).toEqual({
      kind: 'rejection',
      tenantId: envelope.tenantId,
      reason: 'the key must be a text of 1 to 512 characters',
      received: message,
    });
  });

  it('is for the one consumer that it is sent to again, and nothing to the others', () => {
    expect(classify(received({}, 'receivables'), 'receivables', handlesAll)).toMatchObject({
      state: 'RECEIVED',
      replayed: true,
    });
    expect(classify(received({}, 'planning'), 'receivables', handlesAll)).toBeNull();
  });
});

describe('the data of an event', () => {
  it('of a type that is not ours is never right', () => {
    expect(problemsOf({ ...envelope, type: 'other.thing.v1' })).toEqual(['other.thing.v1 is no type of ours']);
    expect(problemsOf(envelope)).toEqual([]);
  });

  it('is right only from the service that publishes the type', () => {
    expect(problemsOf({ ...envelope, source: '/fivepoint/planning' })).toEqual([`only deal publishes ${type}`]);
  });
});
