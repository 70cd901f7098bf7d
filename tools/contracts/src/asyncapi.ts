import { asObject, type EventSource, type Json, type JsonObject, type Sources } from './sources';
import { serviceNames, topicOf } from '../../../libs/contracts/src/services';

/** The AsyncAPI 3 document of all topics: channels, messages with their CloudEvents headers in Kafka binary mode, payloads and examples. */
export function asyncApiDocument({ common, events }: Sources): JsonObject {
  const owners = serviceNames.filter((owner) => events.some((event) => event.owner === owner));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Fivepoint lifecycle events',
      version: '1.0.0',
      description:
        'The facts that the five services of key-account selling hand to each other: plan, acquire, win, collect, renew (环环相扣). ' +
        'CloudEvents 1.0 in Kafka binary mode; one topic per owner; order holds per tenant and key within a topic. ' +
        'The version is in the type: within v1 only optional fields may come, so readers must tolerate fields they do not know.',
    },
    defaultContentType: 'application/json',
    channels: fromEntries(owners.map((owner) => [owner, channel(owner, events)])),
    operations: fromEntries(owners.map((owner) => [`${owner}-publishes`, operation(owner, events)])),
    components: {
      messages: fromEntries(events.map((event) => [event.type, message(event)])),
      schemas: {
        CloudEventHeaders: headers,
        ...fromEntries(
          Object.entries(asObject(common['$defs'])).map(([name, schema]) => [name, withLocalReferences(schema)]),
        ),
        ...fromEntries(events.map(({ typeName, schema }) => [typeName, payload(schema)])),
      },
    },
  };
}

function channel(owner: EventSource['owner'], events: readonly EventSource[]): JsonObject {
  return {
    address: topicOf(owner),
    title: `Facts from ${owner}`,
    description: `Published by ${owner} only.`,
    messages: fromEntries(
      events
        .filter((event) => event.owner === owner)
        .map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    bindings: { kafka: { topic: topicOf(owner), partitions: 6, bindingVersion: '0.5.0' } },
  };
}

function operation(owner: EventSource['owner'], events: readonly EventSource[]): JsonObject {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${owner}` },
    summary: `${owner} publishes what became true in it.`,
    messages: events
      .filter((event) => event.owner === owner)
      .map(({ type }) => ({ $ref: `#/channels/${owner}/messages/${type}` })),
  };
}

function message({ type, owner, name, typeName, keyField, schema, example }: EventSource): JsonObject {
  return {
    name: type,
    title: schema['title'] ?? type,
    summary: schema['description'] ?? '',
    contentType: 'application/json',
    correlationId: { location: '$message.header#/ce_correlationid' },
    headers: {
      allOf: [
        { $ref: '#/components/schemas/CloudEventHeaders' },
        {
          type: 'object',
          properties: {
            ce_type: { type: 'string', const: type },
            ce_source: { type: 'string', const: `/fivepoint/${owner}` },
            ce_dataschema: { type: 'string', const: schema['$id'] ?? null },
          },
        },
      ],
    },
    payload: { $ref: `#/components/schemas/${typeName}` },
    bindings: {
      kafka: {
        key: { type: 'string', description: `The data's ${keyField}; where that is null or absent, ce_subject.` },
        bindingVersion: '0.5.0',
      },
    },
    examples: [{ name, payload: example }],
  };
}

const text = (description: string, rest: JsonObject = {}): JsonObject => ({ description, type: 'string', ...rest });
const uuid = (description: string): JsonObject => text(description, { format: 'uuid' });

const headers: JsonObject = {
  description: 'Kafka headers of a CloudEvent in binary mode; every value is UTF-8 text.',
  type: 'object',
  properties: {
    ce_specversion: text('Version of CloudEvents.', { const: '1.0' }),
    ce_id: uuid('UUIDv7, the de-duplication key: the same event has the same id wherever it is seen.'),
    ce_source: text('Who says it: /fivepoint/<owner>.'),
    ce_type: text('Event type with its version: fivepoint.<owner>.<name>.v<n>.'),
    ce_subject: text('Id of the aggregate the fact is about.'),
    ce_time: text('When it became true, RFC 3339 in UTC; imported history keeps its own time.', {
      format: 'date-time',
    }),
    ce_tenantid: uuid('The tenant (租户).'),
    ce_correlationid: uuid('The turn of the lifecycle it belongs to, carried through all services.'),
    ce_parentcorrelationid: uuid('The turn this turn grew out of: a renewal, an expansion or a referral.'),
    ce_causationid: text('The event or command that caused it.'),
    ce_sequence: text('1, 2, 3 … per tenant and key within the topic, without gaps.', { pattern: '^[1-9][0-9]*$' }),
    ce_origin: text('Present on recorded history: readers project it and open no work for it.', { const: 'import' }),
    ce_dataschema: text('$id of the JSON Schema that the payload satisfies.', { format: 'uri' }),
    traceparent: text('W3C trace context.'),
    'content-type': text('Media type of the value.', { const: 'application/json' }),
  },
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_tenantid',
    'ce_correlationid',
    'ce_sequence',
    'ce_dataschema',
    'content-type',
  ],
};

function payload(schema: JsonObject): Json {
  const { title, description, type, properties, required } = schema;
  return withLocalReferences({
    title: title ?? '',
    description: description ?? '',
    type: type ?? 'object',
    properties: properties ?? {},
    required: required ?? [],
  });
}

/** AsyncAPI reads schemas as draft-07, which ignores what stands beside a $ref; allOf keeps the description. */
function withLocalReferences(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withLocalReferences);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...rest } = schema;
  if (typeof $ref !== 'string')
    return fromEntries(Object.entries(rest).map(([key, value]) => [key, withLocalReferences(value)]));
  const target = { $ref: `#/components/schemas/${$ref.slice($ref.lastIndexOf('/') + 1)}` };
  return Object.keys(rest).length === 0 ? target : { ...rest, allOf: [target] };
}

function fromEntries(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}
