import { eventTypes, type EventMap, type EventType } from '@fivepoint/contracts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The contract's own example of an event, about another account. */
export function exampleOf<T extends EventType>(type: T, accountId: string): EventMap[T] {
  const path = new URL(eventTypes[type].dataschema).pathname.replace('.schema.json', '.example.json');
  const contracts = resolve(__dirname, '../../../../libs/contracts');
  const data = JSON.parse(readFileSync(`${contracts}${path}`, 'utf8')) as Record<string, unknown>;
  for (const field of ['accountId', 'referrerAccountId']) if (field in data) data[field] = accountId;
  return data as unknown as EventMap[T];
}
