import { isDeepStrictEqual } from 'node:util';
import { asObject, type Json, type JsonObject, type Sources } from './sources';

/** What must stay of a published type: the field that holds its key, and what its data may be. */
export interface PublishedShape {
  key: string;
  data: JsonObject;
}

/** The published types, as libs/contracts/published.lock.json holds them. */
export type PublishedLock = Record<string, PublishedShape>;

/** What a reader relies on, without the wording: references resolved, annotations dropped. */
export function shapesOf({ common, events }: Sources): PublishedLock {
  const definitions = asObject(common['$defs']);
  return Object.fromEntries(
    events.map(({ type, keyField, schema }) => [type, { key: keyField, data: asObject(shapeOf(schema, definitions)) }]),
  );
}

/**
 * Every way in which the shapes break with what was published, one readable line each. Within a version only optional fields may
 * come (events, Topics); anything else is a new version beside the old one. Types that were never published may change freely.
 */
export function breakingChanges(published: PublishedLock, current: PublishedLock): string[] {
  return Object.entries(published).flatMap(([type, before]) => {
    const after = current[type];
    if (!after) return [`${type}: was published and is gone`];
    const keyChange = before.key === after.key ? [] : [`${type}: the key was ${before.key} and is ${after.key}`];
    return [...keyChange, ...compare(`${type}: data`, before.data, after.data)];
  });
}

const annotations = new Set(['$schema', '$id', 'title', 'description', 'examples', '$comment', 'x-owner', 'x-key']);

function shapeOf(schema: Json, definitions: JsonObject): Json {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const { $ref, ...rest } = schema;
  if (typeof $ref === 'string') {
    const target = definitions[$ref.slice($ref.lastIndexOf('/') + 1)];
    if (target === undefined)
      throw new Error(`${$ref}: there is no such definition; there are ${Object.keys(definitions).join(', ')}`);
    return shapeOf({ ...asObject(target), ...rest }, definitions);
  }
  const shape: JsonObject = {};
  for (const [keyword, value] of Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (annotations.has(keyword)) continue;
    shape[keyword] = shapeOfKeyword(keyword, value, definitions);
  }
  return shape;
}

function shapeOfKeyword(keyword: string, value: Json, definitions: JsonObject): Json {
  if (keyword === 'properties') {
    return Object.fromEntries(
      Object.entries(asObject(value)).map(([name, schema]) => [name, shapeOf(schema, definitions)]),
    );
  }
  if (keyword === 'items') return shapeOf(value, definitions);
  if ((keyword === 'required' || keyword === 'enum' || keyword === 'type') && Array.isArray(value))
    return [...value].sort();
  return value;
}

function compare(at: string, before: JsonObject, after: JsonObject): string[] {
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keywords].flatMap((keyword) => {
    const [was, is] = [before[keyword], after[keyword]];
    if (keyword === 'properties') return compareFields(at, before, after);
    if (keyword === 'required') return [];
    if (keyword === 'items' && was !== undefined && is !== undefined)
      return compare(`${at}[]`, asObject(was), asObject(is));
    return isDeepStrictEqual(was, is) ? [] : [`${at}: ${keyword} was ${written(was)} and is ${written(is)}`];
  });
}

function compareFields(at: string, before: JsonObject, after: JsonObject): string[] {
  const [wasFields, isFields] = [asObject(before['properties'] ?? {}), asObject(after['properties'] ?? {})];
  const [wasRequired, isRequired] = [requiredOf(before), requiredOf(after)];
  const fields = new Set([...Object.keys(wasFields), ...Object.keys(isFields)]);
  return [...fields].flatMap((field) => {
    const path = `${at}.${field}`;
    const [was, is] = [wasFields[field], isFields[field]];
    if (is === undefined) return [`${path} was published and is gone`];
    if (was === undefined) return isRequired.has(field) ? [`${path} is new, so it must be optional`] : [];
    const duty = wasRequired.has(field) ? 'required' : 'optional';
    const dutyChange =
      wasRequired.has(field) === isRequired.has(field) ? [] : [`${path} was published as ${duty} and must stay so`];
    return [...dutyChange, ...compare(path, asObject(was), asObject(is))];
  });
}

function requiredOf(schema: JsonObject): Set<Json> {
  const required = schema['required'];
  return new Set(Array.isArray(required) ? required : []);
}

function written(value: Json | undefined): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
