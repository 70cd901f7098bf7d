import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyEnvelope, type ServiceName, serviceNames, topicOf } from '@fivepoint/contracts';
import type { OutboxReader } from '@fivepoint/messaging';
import type { LocalUser } from '../../issuer/src/store';
import { repositoryRoot } from './settings';

/** The events of a small demo house, as its five services published them, with the people who were there. */
export interface Recording {
  users: LocalUser[];
  events: Record<ServiceName, AnyEnvelope[]>;
}

const recordingFile = join(repositoryRoot, 'tools', 'dev', 'recordings', 'demo.json');

export function readRecording(): Recording {
  return JSON.parse(readFileSync(recordingFile, 'utf8')) as Recording;
}

export function writeRecording(recording: Recording): string {
  writeFileSync(recordingFile, `${JSON.stringify(recording, null, 1)}\n`);
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
export function neighboursOf(name: ServiceName, { events }: Recording): { topic: string; log: OutboxReader }[] {
  return serviceNames
    .filter((other) => other !== name)
    .map((other) => ({ topic: topicOf(other), log: recordedLog(events[other]) }));
}
