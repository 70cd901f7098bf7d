import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventMap, type EventType, eventTypes } from '@fivepoint/contracts';

/** The example of an event that stands beside its schema: data that a neighbour may really send. */
export function exampleOf<T extends EventType>(type: T): EventMap[T] {
  const path = new URL(eventTypes[type].dataschema).pathname.replace('.schema.json', '.example.json');
  return JSON.parse(readFileSync(join(__dirname, '../../contracts', path), 'utf8')) as EventMap[T];
}
