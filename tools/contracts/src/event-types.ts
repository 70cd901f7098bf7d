import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { asObject, type EventSource, type Json, type JsonObject, type Sources } from './sources';

const banner =
  '// Generated from libs/contracts/events by `npm run contracts:generate`. Change the schemas, not this file.';

/** The text of libs/contracts/src/generated/events.ts: one interface per event, the EventMap and what the code needs to know of each type. */
export async function eventTypesSource({ common, events }: Sources): Promise<string> {
  const definitions: JsonObject = {};
  for (const [name, schema] of Object.entries(asObject(common['$defs']))) definitions[name] = withNamedTypes(schema);
  for (const { typeName, schema } of events) definitions[typeName] = typeOf(schema);
  const root = {
    description: 'The data of every event, by its type.',
    type: 'object',
    properties: Object.fromEntries(events.map(({ type, typeName }) => [type, { tsType: typeName }])),
    required: events.map(({ type }) => type),
    definitions,
  };
  const types = await compile(root as JSONSchema, 'EventMap', {
    additionalProperties: false,
    bannerComment: '',
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  });
  return [banner, imports(events), withoutProvenance(types), registry(events)].join('\n\n');
}

function imports(events: readonly EventSource[]): string {
  const lines = events.map(({ typeName, schemaPath }) => `import ${constant(typeName)} from '../../${schemaPath}';`);
  return [
    `import common from '../../events/common.schema.json';`,
    ...lines,
    `import { type ServiceName, topicOf } from '../services';`,
  ].join('\n');
}

function registry(events: readonly EventSource[]): string {
  const entries = events.map(
    ({ type, owner, keyField, typeName }) =>
      `'${type}': { owner: '${owner}', topic: topicOf('${owner}'), key: '${keyField}', ` +
      `schema: ${constant(typeName)}, dataschema: ${constant(typeName)}.$id },`,
  );
  return `export type EventType = keyof EventMap;

/** What the code needs to know of an event type. */
export interface EventTypeInfo {
  /** The only service that publishes it. */
  owner: ServiceName;
  topic: string;
  /** Field of the data that holds the key; where it is null or absent, the subject is the key. */
  key: string;
  /** JSON Schema 2020-12 of the data. */
  schema: object;
  /** \`$id\` of the schema, the CloudEvents \`dataschema\`. */
  dataschema: string;
}

/** The definitions that the schemas refer to. */
export const commonSchema: object = common;

export const eventTypes: Readonly<Record<EventType, EventTypeInfo>> = {
${entries.join('\n')}
};
`;
}

/** The compiler notes under each type where it came from; that is noise to a reader. */
function withoutProvenance(types: string): string {
  return types.replace(
    /\n[ *]*\n \* This interface was referenced by `EventMap`'s JSON-Schema\n \* via the `definition` "\w+"\./g,
    '',
  );
}

/** Without title and $id, which would rename the interface; references become the names of their types, so that comments stay. */
function typeOf(schema: JsonObject): Json {
  const { type, description, properties, required } = schema;
  return withNamedTypes({
    type: type ?? null,
    description: description ?? '',
    properties: properties ?? {},
    required: required ?? [],
  });
}

function withNamedTypes(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withNamedTypes);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...rest } = schema;
  if (typeof $ref === 'string') return { ...rest, tsType: $ref.slice($ref.lastIndexOf('/') + 1) };
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withNamedTypes(value)]));
}

function constant(typeName: string): string {
  return typeName.charAt(0).toLowerCase() + typeName.slice(1);
}
