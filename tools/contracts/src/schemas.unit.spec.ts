import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApiDocument } from './asyncapi';
import { asObject, type Json, type JsonObject, readSources } from './sources';
import { serviceNames } from '../../../libs/contracts/src/services';

const sources = readSources();
const han = /\p{Script=Han}/u;

/** Every named value of a schema: fields at any depth, with their paths. */
function fieldsOf(schema: JsonObject, path: string): [string, JsonObject][] {
  return Object.entries(asObject(schema['properties'] ?? {})).flatMap(([name, value]): [string, JsonObject][] => {
    const field = asObject(value);
    return [[`${path}.${name}`, field], ...fieldsOf(field, `${path}.${name}`)];
  });
}

function without(value: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));
}

const definitions = Object.entries(asObject(sources.common['$defs'])).map(([name, schema]): [string, JsonObject] => [
  name,
  asObject(schema),
]);
const fields = [
  ...definitions.flatMap(([name, schema]) => fieldsOf(schema, name)),
  ...sources.events.flatMap(({ name, schema }) => fieldsOf(schema, name)),
];

describe('the schemas', () => {
  it('describe every event in English with its Chinese term', () => {
    for (const { name, schema } of sources.events) {
      expect([name, schema['title']]).toEqual([name, expect.stringMatching(han)]);
      expect([name, schema['description']]).toEqual([name, expect.stringMatching(/^[A-Z].+[.)]$/)]);
    }
  });

  it.each([...definitions, ...fields])('describe %s in a sentence', (_, schema) => {
    expect(schema['description']).toEqual(expect.stringMatching(/^[A-Z0-9].+\.$/));
  });

  it('leave the door open for optional fields', () => {
    expect(JSON.stringify(sources)).not.toContain('additionalProperties');
  });

  it('carry no person beyond id and role', () => {
    const personal = fields.filter(([path]) =>
      /person|phone|mobile|email|firstName|lastName|fullName|birth|gender/i.test(path),
    );
    expect(personal).toEqual([]);
    for (const { name, schema } of sources.events.filter((event) => /^(rep|contact)-/.test(event.name))) {
      expect([name, Object.keys(asObject(schema['properties'])).filter((field) => /name/i.test(field))]).toEqual([
        name,
        [],
      ]);
    }
  });
});

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument(sources);
  const components = asObject(document['components']);
  const messages = Object.entries(asObject(components['messages']));

  it('has one channel per owner, at its topic, with all of its messages', () => {
    const channels = Object.entries(asObject(document['channels'])).map(([owner, channel]) => [
      owner,
      asObject(channel)['address'],
    ]);
    expect(channels).toEqual(serviceNames.map((owner) => [owner, `fivepoint.${owner}`]));
    for (const owner of serviceNames) {
      const channel = asObject(asObject(document['channels'])[owner]);
      const types = sources.events.filter((event) => event.owner === owner).map(({ type }) => type);
      expect(Object.keys(asObject(channel['messages']))).toEqual(types);
    }
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(100);
    for (const path of new Set(references)) {
      const target = path
        .split('/')
        .reduce<Json | undefined>((value, step) => (value === undefined ? value : asObject(value)[step]), document);
      expect([path, typeof target]).toEqual([path, 'object']);
    }
  });

  // AsyncAPI's own reading of a schema is draft-07, not the 2020-12 of the sources.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'document', components });

  it.each(messages)('%s: the payload takes the example and refuses it without a required field', (_, message) => {
    const { payload, examples } = asObject(message);
    const validate = ajv.compile({ $ref: `document${String(asObject(payload)['$ref'])}` });
    const [first] = examples as JsonObject[];
    const example = asObject(first?.['payload']);
    expect([validate(example), validate.errors]).toEqual([true, null]);
    for (const field of Object.keys(example)) {
      const rest = without(example, field);
      const source = sources.events.find(({ type }) => type === asObject(message)['name']);
      expect([field, validate(rest)]).toEqual([field, !(source?.schema['required'] as string[]).includes(field)]);
    }
  });

  it.each(messages)('%s: the headers are a CloudEvent in binary mode of that type', (type, message) => {
    const headers = asObject(asObject(message)['headers']);
    const validate = ajv.compile({ allOf: (headers['allOf'] as JsonObject[]).map(inDocument) });
    const owner = type.split('.')[1] ?? '';
    const good: JsonObject = {
      ce_specversion: '1.0',
      ce_id: '019b8b80-0000-7000-8000-000000000001',
      ce_source: `/fivepoint/${owner}`,
      ce_type: type,
      ce_subject: '019b8b80-0000-7000-8000-000000000080',
      ce_time: '2026-03-18T02:00:00.000Z',
      ce_tenantid: '019b8b80-0000-7000-8000-000000000001',
      ce_correlationid: '019b8b80-0000-7000-8000-000000000002',
      ce_sequence: '1',
      ce_dataschema: sources.events.find((event) => event.type === type)?.schema['$id'] ?? null,
      'content-type': 'application/json',
    };
    expect([validate(good), validate.errors]).toEqual([true, null]);
    for (const header of Object.keys(good)) {
      const rest = without(good, header);
      expect([header, validate(rest)]).toEqual([header, false]);
    }
    expect(validate({ ...good, ce_type: 'fivepoint.other.happened.v1' })).toBe(false);
    expect(validate({ ...good, ce_sequence: '0' })).toBe(false);
  });

  function inDocument(schema: JsonObject): JsonObject {
    return typeof schema['$ref'] === 'string' ? { $ref: `document${schema['$ref']}` } : schema;
  }
});
