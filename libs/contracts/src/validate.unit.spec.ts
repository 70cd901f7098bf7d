import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EventMap,
  type EventType,
  eventTypes,
  isEventType,
  keyOf,
  serviceNames,
  topicOf,
  validateData,
  validatePublished,
} from './index';

type Fields = Record<string, unknown>;

const types = Object.keys(eventTypes) as EventType[];

function example<T extends EventType>(type: T): EventMap[T] {
  const path = new URL(eventTypes[type].dataschema).pathname.replace('.schema.json', '.example.json');
  return JSON.parse(readFileSync(join(__dirname, '..', path), 'utf8')) as EventMap[T];
}

/** Every object inside the data, the data itself first. */
function objectsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Fields, ...Object.values(value).flatMap(objectsIn)];
}

const signed = example('fivepoint.deal.contract-signed.v1');

describe.each(types)('%s', (type) => {
  const info = eventTypes[type];
  const required = (info.schema as { required: string[] }).required;

  it('has its owner and topic in its name', () => {
    expect(serviceNames).toContain(info.owner);
    expect(type).toMatch(new RegExp(`^fivepoint\\.${info.owner}\\.[a-z]+(-[a-z]+)*\\.v1$`));
    expect(info.topic).toBe(topicOf(info.owner));
  });

  it('accepts its example, from the publisher too', () => {
    expect(validateData(type, example(type))).toEqual([]);
    expect(validatePublished(type, example(type))).toEqual([]);
  });

  it.each(required)('refuses to be without %s', (field) => {
    const data = { ...example(type) } as unknown as Fields;
    delete data[field];
    expect(validateData(type, data)).toEqual([`data.${field} is required`]);
  });

  it('lets a reader meet fields it does not know, but not a publisher send them', () => {
    const count = objectsIn(example(type)).length;
    for (let index = 0; index < count; index += 1) {
      const data = structuredClone(example(type));
      Object.assign(objectsIn(data)[index] ?? {}, { surprise: 1 });
      expect(validateData(type, data)).toEqual([]);
      expect(validatePublished(type, data)).toEqual([
        expect.stringMatching(/^data.*\.surprise is not part of the event$/),
      ]);
    }
  });

  it.each([[null], ['text'], [[]], [undefined]])('refuses %j as data', (data) => {
    expect(validateData(type, data)).toEqual(['data must be object']);
  });
});

describe('validateData', () => {
  const type = 'fivepoint.deal.contract-signed.v1';

  it.each<[string, object, string]>([
    [
      'currency',
      { amount: { amount: '1.00', currency: 'rmb' } },
      'data.amount.currency must match pattern "^[A-Z]{3}$"',
    ],
    ['number', { amount: { amount: 1250000, currency: 'CNY' } }, 'data.amount.amount must be string'],
    ['day', { signedOn: '2026-02-30' }, 'data.signedOn must match format "date"'],
    ['id', { contractId: 'C-1' }, 'data.contractId must match format "uuid"'],
    [
      'id in capitals',
      { contractId: '019B8B80-0000-7000-8000-000000000080' },
      'data.contractId must match pattern "^[0-9a-f-]{36}$"',
    ],
    ['nullable id', { accountId: 7 }, 'data.accountId must be string or null'],
    ['code', { kind: 'OLD' }, 'data.kind must be one of NEW, RENEWAL, EXPANSION'],
    ['range', { warrantyMonths: -1 }, 'data.warrantyMonths must be >= 0'],
    ['fraction', { warrantyMonths: 0.5 }, 'data.warrantyMonths must be integer'],
    ['empty list', { paymentTerms: [] }, 'data.paymentTerms must NOT have fewer than 1 items'],
    [
      'place in a list',
      { paymentTerms: [{ name: '全款', basisPoints: 10001, trigger: 'SIGNING', dueDays: 0 }] },
      'data.paymentTerms[0].basisPoints must be <= 10000',
    ],
    ['empty text', { team: '' }, 'data.team must NOT have fewer than 1 characters'],
  ])('says what is wrong with a %s', (_, change, problem) => {
    expect(validateData(type, { ...signed, ...change })).toEqual([problem]);
  });

  it('takes null where there may be none, and an id where it is known', () => {
    expect(validateData(type, { ...signed, accountId: null })).toEqual([]);
  });

  it('never repeats a value, and stops at twenty problems', () => {
    const data = { ...signed, paymentTerms: Array.from({ length: 30 }, () => ({ name: 'secret', trigger: 'secret' })) };
    const problems = validateData(type, data);
    expect(problems).toHaveLength(20);
    expect(problems.join()).not.toContain('secret');
  });
});

describe('keyOf', () => {
  it('is the account', () => {
    expect(keyOf('fivepoint.deal.contract-signed.v1', signed, signed.contractId)).toBe(signed.accountId);
    const referral = example('fivepoint.customer-success.referral-given.v1');
    expect(keyOf('fivepoint.customer-success.referral-given.v1', referral, referral.referralId)).toBe(
      referral.referrerAccountId,
    );
  });

  it('is the subject where there is no account', () => {
    expect(keyOf('fivepoint.deal.contract-signed.v1', { ...signed, accountId: null }, signed.contractId)).toBe(
      signed.contractId,
    );
    expect(keyOf('fivepoint.deal.contract-signed.v1', {}, signed.contractId)).toBe(signed.contractId);
    const product = example('fivepoint.planning.product-registered.v1');
    expect(keyOf('fivepoint.planning.product-registered.v1', product, product.productId)).toBe(product.productId);
  });
});

describe('isEventType', () => {
  it('knows ours from others', () => {
    expect(isEventType('fivepoint.deal.contract-signed.v1')).toBe(true);
    for (const other of ['fivepoint.deal.contract-signed.v2', '', 'constructor'])
      expect(isEventType(other)).toBe(false);
  });
});
