import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serviceNames, type ServiceName } from '../../../libs/contracts/src/services';

export const contractsRoot = resolve(__dirname, '../../../libs/contracts');

/** Any JSON value of a schema; the checks below and Ajv decide what it must be. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** One event type as it is written down: its schema and its example. */
export interface EventSource {
  type: string;
  owner: ServiceName;
  /** `contract-signed` */
  name: string;
  /** `ContractSignedV1`; with the owner in front, `DealStepChangedV1`, where several services publish an event of this name. */
  typeName: string;
  /** Field of the data that holds the key, from the JSON pointer `x-key`. */
  keyField: string;
  /** Path of the schema below libs/contracts, with `/`. */
  schemaPath: string;
  schema: JsonObject;
  example: JsonObject;
}

export interface Sources {
  common: JsonObject;
  events: EventSource[];
}

/** Reads and checks everything under `<root>/events`, by owner in the order of the lifecycle and then by name. */
export function readSources(root: string = contractsRoot): Sources {
  const events = serviceNames.flatMap((owner) =>
    readdirSync(join(root, 'events', owner))
      .filter((file) => file.endsWith('.schema.json'))
      .sort()
      .map((file) => readEvent(root, owner, file)),
  );
  return { common: readJson(join(root, 'events/common.schema.json')), events: withOwnTypeNames(events) };
}

function withOwnTypeNames(events: readonly EventSource[]): EventSource[] {
  const shared = (typeName: string) => events.filter((event) => event.typeName === typeName).length > 1;
  return events.map((event) =>
    shared(event.typeName) ? { ...event, typeName: `${pascalCase(event.owner)}${event.typeName}` } : event,
  );
}

function readEvent(root: string, owner: ServiceName, file: string): EventSource {
  const match = /^([a-z]+(?:-[a-z]+)*)\.v(\d+)\.schema\.json$/.exec(file);
  if (!match) throw new Error(`${owner}/${file}: the name must be <event-in-the-past-tense>.v<n>.schema.json`);
  const [, name = '', version = ''] = match;
  const schemaPath = `events/${owner}/${file}`;
  const schema = readJson(join(root, schemaPath));
  const type = `fivepoint.${owner}.${name}.v${version}`;
  const expected = { $id: `https://fivepoint.example/${schemaPath}`, 'x-owner': owner };
  for (const [field, value] of Object.entries(expected)) {
    if (schema[field] !== value) throw new Error(`${schemaPath}: ${field} must be ${value}`);
  }
  return {
    type,
    owner,
    name,
    typeName: `${pascalCase(name)}V${version}`,
    keyField: keyFieldOf(schema, schemaPath),
    schemaPath,
    schema,
    example: readJson(join(root, schemaPath.replace('.schema.json', '.example.json'))),
  };
}

function keyFieldOf(schema: JsonObject, schemaPath: string): string {
  const pointer = schema['x-key'];
  const field = typeof pointer === 'string' && /^\/[A-Za-z]+$/.test(pointer) ? pointer.slice(1) : '';
  if (!Object.hasOwn(asObject(schema['properties']), field)) {
    throw new Error(`${schemaPath}: x-key must be the JSON pointer of a field of the data, such as /accountId`);
  }
  return field;
}

export function asObject(value: Json | undefined): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('expected a JSON object');
  return value;
}

function readJson(path: string): JsonObject {
  return asObject(JSON.parse(readFileSync(path, 'utf8')) as Json);
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
