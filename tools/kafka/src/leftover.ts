import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inUse } from './errors';
import { endProcess, type ProcessIdentity, stillRuns } from './processes';

/** What a running broker leaves in its folder for whoever comes after a process that was killed. */
export interface BrokerNote {
  readonly broker: ProcessIdentity;
  /** The process that started it and will stop it. */
  readonly owner: ProcessIdentity;
}

const noteFile = (folder: string): string => join(folder, 'broker.json');

export const writeNote = (folder: string, note: BrokerNote): Promise<void> =>
  writeFile(noteFile(folder), `${JSON.stringify(note)}\n`);

export const removeNote = (folder: string): Promise<void> => rm(noteFile(folder), { force: true });

/**
 * Ends the broker that a killed process left running on the folder. Only the very process that the note names is touched, and only when its
 * owner is gone.
 * @throws KafkaError IN_USE when the owner still runs
 */
export async function endLeftover(folder: string, graceMs: number, log: (message: string) => void): Promise<void> {
  const note = await readNote(folder);
  if (note === null) return;
  if (await stillRuns(note.broker)) {
    if (await stillRuns(note.owner)) throw inUse(folder, note.owner.pid);
    log(`Ending the Kafka broker (process ${note.broker.pid}) that a killed process left running on ${folder}`);
    await endProcess(note.broker, graceMs);
  }
  await removeNote(folder);
}

async function readNote(folder: string): Promise<BrokerNote | null> {
  const text = await readFile(noteFile(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const note = JSON.parse(text) as Partial<BrokerNote>;
    const isProcess = (value?: ProcessIdentity) => Number.isInteger(value?.pid) && typeof value?.began === 'string';
    return isProcess(note.broker) && isProcess(note.owner) ? (note as BrokerNote) : null;
  } catch {
    return null;
  }
}
