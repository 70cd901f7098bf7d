import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { commonSchema, type EventType, eventTypes } from './generated/events';

const ajv = new Ajv2020({ allErrors: true, strict: true, validateFormats: true });
addFormats(ajv);
ajv.addVocabulary(['x-owner', 'x-key']);
ajv.addSchema(commonSchema);

// Compiled on first use: a service reads and writes a handful of the types.
const validators = new Map<EventType, ValidateFunction>();

/** Whether a type found on the wire is one of ours. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}

/**
 * Checks the data of an event against its schema. An empty list means valid; else one readable line per problem, such as
 * `data.amount.currency must match pattern "^[A-Z]{3}$"`. Values are never repeated, so that a problem may be logged.
 * Optional fields that the schema does not know are fine: consumers tolerate them (events: within v1 only optional fields may come).
 */
export function validateData(type: EventType, data: unknown): string[] {
  const validate = validatorOf(type);
  if (validate(data)) return [];
  return [...new Set((validate.errors ?? []).map(readable))];
}

/**
 * The partition key by the schema's `x-key`: the account's id, or the subject where the account is null or absent.
 * Order holds per tenant and key, so every publisher of a type must use the same rule.
 */
export function keyOf(type: EventType, data: object, subject: string): string {
  const value: unknown = Reflect.get(data, eventTypes[type].key);
  return typeof value === 'string' ? value : subject;
}

function validatorOf(type: EventType): ValidateFunction {
  let validator = validators.get(type);
  if (!validator) {
    validator = ajv.compile(eventTypes[type].schema);
    validators.set(type, validator);
  }
  return validator;
}

function readable({ instancePath, keyword, params, message }: ErrorObject): string {
  const at = instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`))
    .join('');
  if (keyword === 'required') return `data${at}.${params['missingProperty']} is required`;
  if (keyword === 'enum') return `data${at} must be one of ${params['allowedValues'].join(', ')}`;
  return `data${at} ${message ?? `breaks "${keyword}"`}`;
}
