import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RehearsalTask, Rehearsed } from './rehearse';
import type { FromWorker } from './worker';

export interface Attended {
  /** Ends the thread at once; the promise then rejects with its reason. */
  signal?: AbortSignal;
  /** Told now and then how many trials of all tasks are done. */
  progress?: (trialsDone: number) => void;
}

/** Rehearses on a thread of its own, one task after the other; the caller's event loop stays free. */
export async function inWorker(
  tasks: readonly RehearsalTask[],
  { signal, progress = () => undefined }: Attended = {},
): Promise<Rehearsed[]> {
  signal?.throwIfAborted();
  const worker = startWorker();
  let abort = () => {};
  try {
    return await new Promise<Rehearsed[]>((resolve, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      worker.on('message', (message: FromWorker) => {
        if ('rehearsed' in message) resolve(message.rehearsed);
        else progress(message.trialsDone);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the rehearsal's thread ended with ${code}`)));
      worker.postMessage(tasks);
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** Built, it lies beside the program; from the sources it is compiled as it starts. */
const startWorker = (): Worker =>
  __filename.endsWith('.ts')
    ? new Worker(join(__dirname, 'worker.ts'), { execArgv: ['-r', '@swc-node/register'] })
    : new Worker(join(__dirname, 'rehearsal-worker.js'));
