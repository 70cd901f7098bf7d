import { setTimeout as pause } from 'node:timers/promises';
import type { GraphUser } from '../../../lifecycle/src/graph-user';
import type { Draft } from '../plan';
import { type HistoryCommand, recordRows, type RowOutcome } from './history-graph';

export interface SenderSettings {
  /** At most so many rows in a call; the house takes 500. */
  rows: number;
  /** At most so many bytes in a call; the gateway takes 1 MiB. */
  bytes: number;
  /** Calls under way at once. */
  lanes: number;
  /** How long rows may find nothing new of what they refer to, before they are given up; in milliseconds. */
  patienceMs: number;
  /** Asked before each call: whether to send no more. */
  stopped(): boolean;
}

export const usualSender = { rows: 200, bytes: 512 * 1024, lanes: 2, patienceMs: 120_000 };

type Sent = { externalId: string };

interface Job<D> {
  draft: D;
  row: Sent;
}

/**
 * Sends drafts to one command and tells what became of each, exactly once, unless it is stopped. A row that refers to something which the
 * service does not know waits and comes again: planning has just recorded it, and the word of it is on its way.
 */
export async function send<D extends Draft<unknown>>(
  graph: Pick<GraphUser, 'ask'>,
  command: HistoryCommand,
  jobs: readonly Job<D>[],
  settings: SenderSettings,
  told: (draft: D, outcome: RowOutcome) => void,
): Promise<void> {
  let waiting = await sendOnce(graph, command, jobs, settings, told, unknownYet);
  let since = Date.now();
  for (let wait = 200; waiting.length > 0 && !settings.stopped(); wait = Math.min(wait * 2, 2_000)) {
    await pause(wait);
    const lastTime = Date.now() > since + settings.patienceMs;
    const left = await sendOnce(graph, command, waiting, settings, told, lastTime ? never : unknownYet);
    if (left.length < waiting.length) since = Date.now();
    waiting = left;
  }
}

const unknownYet = ({ status, code }: RowOutcome) => status === 'REFUSED' && code === 'NOT_FOUND';
const never = () => false;

async function sendOnce<D extends Draft<unknown>>(
  graph: Pick<GraphUser, 'ask'>,
  command: HistoryCommand,
  jobs: readonly Job<D>[],
  settings: SenderSettings,
  told: (draft: D, outcome: RowOutcome) => void,
  again: (outcome: RowOutcome) => boolean,
): Promise<Job<D>[]> {
  const calls = inCalls(jobs, settings);
  const waiting: Job<D>[] = [];
  const lane = async () => {
    for (let call = calls.shift(); call && !settings.stopped(); call = calls.shift()) {
      const outcomes = await recordRows(
        graph,
        command,
        call.map(({ row }) => row),
      );
      for (const [at, outcome] of outcomes.entries()) {
        const job = call[at] as Job<D>;
        if (again(outcome)) waiting.push(job);
        else told(job.draft, outcome);
      }
    }
  };
  await Promise.all(Array.from({ length: settings.lanes }, lane));
  return waiting;
}

/** Cuts rows into calls that the house takes: neither too many rows nor too many bytes. Pure. */
export function inCalls<D>(
  jobs: readonly Job<D>[],
  { rows, bytes }: Pick<SenderSettings, 'rows' | 'bytes'>,
): Job<D>[][] {
  const calls: Job<D>[][] = [];
  let weight = 0;
  for (const job of jobs) {
    const own = Buffer.byteLength(JSON.stringify(job.row)) + 1;
    const call = calls.at(-1);
    if (!call || call.length >= rows || weight + own > bytes) {
      calls.push([job]);
      weight = own;
    } else {
      call.push(job);
      weight += own;
    }
  }
  return calls;
}
