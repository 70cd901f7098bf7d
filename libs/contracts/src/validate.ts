import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { commonSchema, type EventType, eventTypes } from './generated/events';

/** A bad payload is described well enough by its first problems. */
const mostProblems = 20;

const asRead = validatorsFor((schema) => schema);
const asPublished = validatorsFor(closed);

/** Whether a type found on the wire is one of ours. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}

/**
 * Checks the data of an event against its schema. An empty list means valid; else one readable line per problem (at most 20), such as
 * `data.amount.currency must match pattern "^[A-Z]{3}$"`. Values are never repeated, so that a problem may be logged.
 * Fields that the schema does not know are fine: a reader tolerates what a newer publisher adds (events: within v1 only optional fields may come).
 */
export function validateData(type: EventType, data: unknown): string[] {
  return problems(asRead(type), data);
}

/**
 * The same for the publisher, who may send nothing that the schema does not know: an event is never a row dump, and a misspelt
 * optional field would be lost without a word.
 */
export function validatePublished(type: EventType, data: unknown): string[] {
  return problems(asPublished(type), data);
}

/**
 * The partition key by the schema's `x-key`: the account's id, or the subject where the account is null or absent.
 * Order holds per tenant and key, so every publisher of a type must use the same rule.
 */
export function keyOf(type: EventType, data: object, subject: string): string {
  const value: unknown = Reflect.get(data, eventTypes[type].key);
  return typeof value === 'string' ? value : subject;
}

/** Compiles on first use: a service reads and writes a handful of the types. */
function validatorsFor(prepare: (schema: object) => object): (type: EventType) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  ajv.addVocabulary(['x-owner', 'x-key']);
  ajv.addSchema(prepare(commonSchema));
  const compiled = new Map<EventType, ValidateFunction>();
  return (type) => {
    let validator = compiled.get(type);
    if (!validator) {
      validator = ajv.compile(prepare(eventTypes[type].schema));
      compiled.set(type, validator);
    }
    return validator;
  };
}

/** A copy in which no object takes a field that is not described. */
function closed(schema: object): object {
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? closed(value) : value,
    ]),
  );
  return copy['type'] === 'object' ? { ...copy, additionalProperties: false } : copy;
}

function problems(validate: ValidateFunction, data: unknown): string[] {
  if (validate(data)) return [];
  const errors = validate.errors ?? [];
  const formats = new Set(errors.filter(({ keyword }) => keyword === 'format').map(({ instancePath }) => instancePath));
  // A value of the wrong format breaks the pattern beside it too; saying it once is enough.
  const distinct = errors.filter(({ keyword, instancePath }) => keyword !== 'pattern' || !formats.has(instancePath));
  return [...new Set(distinct.map(readable))].slice(0, mostProblems);
}

function readable({ instancePath, keyword, params, message }: ErrorObject): string {
  const at = instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('');
  if (keyword === 'required') return `data${at}.${params['missingProperty']} is required`;
  if (keyword === 'additionalProperties') return `data${at}.${params['additionalProperty']} is not part of the event`;
  if (keyword === 'enum') return `data${at} must be one of ${params['allowedValues'].join(', ')}`;
  if (keyword === 'type') return `data${at} must be ${String(params['type']).replaceAll(',', ' or ')}`;
  return `data${at} ${message ?? `breaks "${keyword}"`}`;
}
