import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventMap, type EventType, eventTypes } from '@fivepoint/contracts';

/** The example of an event that stands beside its schema: data that a neighbour may really send, of another account where one is given. */
export function exampleOf<T extends EventType>(type: T, accountId?: string): EventMap[T] {
  const path = new URL(eventTypes[type].dataschema).pathname.replace('.schema.json', '.example.json');
  const data = JSON.parse(readFileSync(join(__dirname, '../../contracts', path), 'utf8')) as Record<string, unknown>;
  if (accountId !== undefined)
    for (const field of ['accountId', 'referrerAccountId']) if (field in data) data[field] = accountId;
  return data as unknown as EventMap[T];
}
