import { parentPort } from 'node:worker_threads';
import { rehearse, type RehearsalTask, type Rehearsed } from './rehearse';

/** What the worker says: how many trials of all its tasks are done, and in the end what came of each task. */
export type FromWorker = { trialsDone: number } | { rehearsed: Rehearsed[] };

/*
 * A thread of its own, and a file of its own in every build: a rehearsal takes seconds, in which the service goes on answering. It knows nothing
 * of the service and its database: tasks come in, figures go out.
 */
parentPort?.on('message', (tasks: readonly RehearsalTask[]) => {
  let before = 0;
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  const rehearsed = tasks.map((task) => {
    const done = rehearse(task, (trialsDone) => say({ trialsDone: before + trialsDone }));
    before += task.terms.trials;
    return done;
  });
  say({ rehearsed });
});
