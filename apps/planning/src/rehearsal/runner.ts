import { setTimeout as pause } from 'node:timers/promises';
import type { AtWork, Background } from '@fivepoint/service';
import { bellOfQueue, type Claim, claimNext, renew } from './claims';
import { inWorker } from './in-worker';
import { beginRehearsal, completeRehearsal, failRehearsal, putBack } from './steps';

export interface RunnerTuning {
  /** After so long without a word others take over. */
  leaseMs: number;
  /** How often it says how far it has come. */
  progressMs: number;
  /** Between two looks while nothing is queued here. */
  pollMs: number;
}

const usual: RunnerTuning = { leaseMs: 15_000, progressMs: 1_000, pollMs: 5_000 };

/** Starts after which a rehearsal that never came to its end is given up. */
export const mostAttempts = 3;

/** Plays queued rehearsals through, one at a time in each process, whoever's they are and whoever queued them. */
export const rehearsalRunner =
  (tuning: RunnerTuning = usual): Background =>
  (at) => {
    const { bell, end } = bellOfQueue();
    const stopping = new AbortController();
    const { signal } = stopping;
    const running = (async () => {
      while (!signal.aborted) {
        try {
          const claim = await claimNext(at, tuning.leaseMs);
          if (claim) await playThrough(at, claim, tuning, signal);
          else await bell.wait(tuning.pollMs);
        } catch (error) {
          // The lease ends, and then it is tried again, here or elsewhere.
          at.log.warn({ err: error }, 'a rehearsal could not be worked on');
          if (!signal.aborted) await bell.wait(tuning.pollMs);
        }
      }
    })();
    return {
      async stop() {
        end();
        stopping.abort();
        bell.ring();
        await running;
      },
    };
  };

async function playThrough(at: AtWork, claim: Claim, tuning: RunnerTuning, stopping: AbortSignal): Promise<void> {
  if (claim.attempts > mostAttempts) return failRehearsal(at, claim, 'Its process ended each time before it was done.');
  const task = await beginRehearsal(at, claim);
  if (!task) return;
  const lost = new AbortController();
  const over = new AbortController();
  let trialsDone = 0;
  const telling = tell(at, claim, tuning, () => trialsDone, over.signal).then((held) => {
    if (!held) lost.abort();
  });
  try {
    const signal = AbortSignal.any([stopping, lost.signal]);
    const [rehearsed] = await inWorker([task], { signal, progress: (done) => (trialsDone = done) });
    if (rehearsed) await completeRehearsal(at, claim, task, rehearsed);
  } catch (error) {
    if (lost.signal.aborted) return;
    const { rehearsalId } = claim;
    if (!stopping.aborted) at.log.error({ err: error, rehearsalId }, 'a rehearsal broke');
    if (stopping.aborted) await putBack(at, claim, { counts: false });
    else if (claim.attempts < mostAttempts) await putBack(at, claim, { counts: true });
    else await failRehearsal(at, claim, `It broke in each of ${mostAttempts} starts; the log says why.`);
  } finally {
    over.abort();
    await telling;
  }
}

/** Says how far it has come until it is over; false when the claim is lost. */
async function tell(
  at: AtWork,
  claim: Claim,
  { leaseMs, progressMs }: RunnerTuning,
  trialsDone: () => number,
  over: AbortSignal,
): Promise<boolean> {
  for (;;) {
    await pause(progressMs, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return true;
    // What the database does not take now it may take in a second; what lasts longer than the lease, the token finds out.
    const held = await renew(at, claim, trialsDone(), leaseMs).catch((error: unknown) => {
      at.log.warn({ err: error }, 'the progress of a rehearsal could not be told');
      return true;
    });
    if (!held) return false;
  }
}
