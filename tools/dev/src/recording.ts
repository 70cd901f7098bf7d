import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyEnvelope, type ServiceName, serviceNames, topicOf } from '@fivepoint/contracts';
import type { OutboxReader } from '@fivepoint/messaging';
import type { LocalUser } from '../../issuer/src/store';
import { repositoryRoot } from '../../local/src/settings';
import type { Tables } from './recorded-tables';

/** A small demo house as it lay when it was recorded: the people who were there, and the tables of its five services. */
export interface Recording {
  users: LocalUser[];
  tables: Record<ServiceName, Tables>;
}

const recordingFile = join(repositoryRoot, 'tools', 'dev', 'recordings', 'demo.json');

export function readRecording(): Recording {
  return JSON.parse(readFileSync(recordingFile, 'utf8')) as Recording;
}

/** One row on each line, so that two recordings can be compared. */
export function writeRecording({ users, tables }: Recording): string {
  const list = (rows: readonly unknown[]) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  const object = (entries: readonly (readonly [string, string])[]) =>
    `{\n${entries.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(',\n')}\n}`;
  const services = Object.entries(tables).map(
    ([name, of]) => [name, object(Object.entries(of).map(([table, rows]) => [table, list(rows)]))] as const,
  );
  writeFileSync(
    recordingFile,
    `${object([
      ['users', list(users)],
      ['tables', object(services)],
    ])}\n`,
  );
  return recordingFile;
}

/** A recorded log of its own identity, so that a service which was run on real neighbours never mixes the two. */
const recordedLogId = '01998f00-0000-7000-8000-00000000dec0';

/** One owner's recorded events, readable as its outbox is. */
export function recordedLog(events: readonly AnyEnvelope[]): OutboxReader {
  const log = events.map((envelope, index) => ({ position: index + 1, envelope }));
  return {
    prunedUntil: async () => null,
    after: async (position, limit) => ({ logId: recordedLogId, events: log.slice(position, position + limit) }),
    inScope: async ({ tenantId, key, correlationId, since }, position, limit) =>
      log
        .slice(position)
        .filter(
          ({ envelope }) =>
            (tenantId === undefined || envelope.tenantId === tenantId) &&
            (key === undefined || envelope.key === key) &&
            (correlationId === undefined || envelope.correlationId === correlationId) &&
            (since === undefined || Date.parse(envelope.time) >= since.getTime()),
        )
        .slice(0, limit),
  };
}

/** The topics of all services but one: what it hears from its neighbours. */
export function neighboursOf(name: ServiceName, { tables }: Recording): { topic: string; log: OutboxReader }[] {
  return serviceNames
    .filter((other) => other !== name)
    .map((other) => ({ topic: topicOf(other), log: recordedLog(published(tables[other])) }));
}

const published = ({ outbox = [] }: Tables): AnyEnvelope[] =>
  [...outbox]
    .sort((one, other) => Number(one['position']) - Number(other['position']))
    .map(({ envelope, sequence }) => ({ ...(envelope as object), sequence }) as AnyEnvelope);
