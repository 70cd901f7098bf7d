import { breakingChanges, type PublishedLock, shapesOf } from './compatibility';
import { type EventSource, type JsonObject, readSources, type Sources } from './sources';

const money: JsonObject = {
  description: 'Amount.',
  type: 'object',
  properties: { amount: { type: 'string', pattern: '^\\d+$' }, currency: { type: 'string' } },
  required: ['amount', 'currency'],
};
const schema: JsonObject = {
  title: 'Signed',
  type: 'object',
  properties: {
    accountId: { description: 'The account.', type: ['string', 'null'] },
    kind: { type: 'string', enum: ['NEW', 'RENEWAL'] },
    amount: { description: 'Its amount.', $ref: '../common.schema.json#/$defs/Money' },
    terms: { type: 'array', items: { type: 'object', properties: { days: { type: 'integer' } }, required: ['days'] } },
    note: { type: 'string', maxLength: 200 },
  },
  required: ['accountId', 'kind', 'amount', 'terms'],
};

function lock(
  edit: (schema: JsonObject, common: JsonObject, event: EventSource) => void = () => undefined,
): PublishedLock {
  const common = { $defs: { Money: structuredClone(money) } };
  const event: EventSource = {
    type: 'fivepoint.deal.signed.v1',
    owner: 'deal',
    name: 'signed',
    typeName: 'SignedV1',
    keyField: 'accountId',
    schemaPath: 'events/deal/signed.v1.schema.json',
    schema: structuredClone(schema),
    example: {},
  };
  edit(event.schema, common, event);
  return shapesOf({ common, events: [event] });
}

/** The value at a path such as `properties.amount`, to be changed in place. */
function at(root: JsonObject, path: string): JsonObject {
  return path.split('.').reduce((value, step) => value[step] as JsonObject, root);
}

describe('breakingChanges', () => {
  it.each<[string, (schema: JsonObject, common: JsonObject) => void]>([
    ['nothing', () => undefined],
    ['a new optional field', (event) => Object.assign(at(event, 'properties'), { region: { type: 'string' } })],
    [
      'a new optional field inside a list',
      (event) => Object.assign(at(event, 'properties.terms.items.properties'), { name: { type: 'string' } }),
    ],
    [
      'a new optional field of a shared value',
      (_, common) => Object.assign(at(common, '$defs.Money.properties'), { rate: { type: 'string' } }),
    ],
    [
      'wording',
      (event, common) => {
        event['title'] = 'Contract signed';
        at(event, 'properties.amount')['description'] = 'The amount of the contract.';
        at(common, '$defs.Money')['description'] = 'Money.';
      },
    ],
    [
      'the order in which things are written',
      (event) => {
        event['required'] = ['terms', 'amount', 'kind', 'accountId'];
        at(event, 'properties.kind')['enum'] = ['RENEWAL', 'NEW'];
        event['properties'] = Object.fromEntries(Object.entries(at(event, 'properties')).reverse());
      },
    ],
  ])('allows %s', (_, edit) => {
    expect(breakingChanges(lock(), lock(edit))).toEqual([]);
  });

  it.each<[string, (schema: JsonObject, common: JsonObject, event: EventSource) => void, string]>([
    [
      'a new required field',
      (event) => {
        Object.assign(at(event, 'properties'), { region: { type: 'string' } });
        event['required'] = [...(event['required'] as string[]), 'region'];
      },
      'data.region is new, so it must be optional',
    ],
    ['a field that is gone', (event) => delete at(event, 'properties')['note'], 'data.note was published and is gone'],
    [
      'an optional field made required',
      (event) => (event['required'] as string[]).push('note'),
      'data.note was published as optional and must stay so',
    ],
    [
      'a required field made optional',
      (event) => (event['required'] = ['accountId', 'amount', 'terms']),
      'data.kind was published as required and must stay so',
    ],
    [
      'another type',
      (event) => (at(event, 'properties.note')['type'] = 'integer'),
      'data.note: type was "string" and is "integer"',
    ],
    [
      'null no longer allowed',
      (event) => (at(event, 'properties.accountId')['type'] = 'string'),
      'data.accountId: type was ["null","string"] and is "string"',
    ],
    [
      'a new code',
      (event) => (at(event, 'properties.kind')['enum'] = ['NEW', 'RENEWAL', 'EXPANSION']),
      'data.kind: enum was ["NEW","RENEWAL"] and is ["EXPANSION","NEW","RENEWAL"]',
    ],
    [
      'a wider range',
      (event) => delete at(event, 'properties.note')['maxLength'],
      'data.note: maxLength was 200 and is absent',
    ],
    [
      'a new range',
      (event) => (at(event, 'properties.kind')['minLength'] = 1),
      'data.kind: minLength was absent and is 1',
    ],
    [
      'a change inside a shared value',
      (_, common) => (at(common, '$defs.Money.properties.amount')['pattern'] = '^-?\\d+$'),
      'data.amount.amount: pattern was "^\\\\d+$" and is "^-?\\\\d+$"',
    ],
    [
      'a change inside a list',
      (event) => (at(event, 'properties.terms.items.properties.days')['type'] = 'string'),
      'data.terms[].days: type was "integer" and is "string"',
    ],
  ])('refuses %s', (_, edit, problem) => {
    expect(breakingChanges(lock(), lock(edit))).toEqual([`fivepoint.deal.signed.v1: ${problem}`]);
  });

  it('refuses another key, which would break the order', () => {
    const moved = lock((_, __, event) => (event.keyField = 'contractId'));
    expect(breakingChanges(lock(), moved)).toEqual([
      'fivepoint.deal.signed.v1: the key was accountId and is contractId',
    ]);
  });

  it('refuses the end of a published type, and lets an unpublished one come and change', () => {
    expect(breakingChanges(lock(), {})).toEqual(['fivepoint.deal.signed.v1: was published and is gone']);
    expect(breakingChanges({}, lock())).toEqual([]);
  });

  it('takes the house’s own schemas as they are', () => {
    const sources: Sources = readSources();
    expect(breakingChanges(shapesOf(sources), shapesOf(readSources()))).toEqual([]);
    expect(Object.keys(shapesOf(sources))).toHaveLength(sources.events.length);
  });
});
