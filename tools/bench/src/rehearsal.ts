import { spawn } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundle } from '../../build/src/bundle';
import { disagreements, type Ours, type Theirs } from './rehearsal/agreement';
import { asJson, task } from './rehearsal/task';

const root = resolve(__dirname, '../../..');
const rounds = 5;
/** How long the loop is watched while nothing else happens, to know what the machine itself does to it. */
const idleMs = 2_000;

interface Measured {
  cpuMs: number;
  ms: number;
}

/** How late the event loop was at worst, in milliseconds, beside a timer of 1 ms. */
interface Delay {
  p99: number;
  max: number;
}

/**
 * The rehearsal of 500 lines × 100,000 trials as the service plays it, on a fresh thread of what is deployed, beside a vectorised numpy program,
 * by turns in one run. Absolute figures depend on the machine; ratios hold. Throws where they disagree by more than chance. About half a minute.
 */
export async function benchRehearsal(env: NodeJS.ProcessEnv): Promise<void> {
  const python = env['PYTHON'] ?? 'python3';
  const first = await inNumpy(python);
  const worker = join(root, 'dist', 'bench', 'rehearsal-worker.js');
  await bundle(root, 'apps/planning/src/rehearsal/worker.ts', join('dist', 'bench', 'rehearsal-worker.js'));
  const idle = await watched(() => pause(idleMs));
  const results: { ours: Measured; theirs: Measured }[] = [];
  const delays: Delay[] = [];
  for (let round = 1; round <= rounds; round++) {
    const theirs = round === 1 ? first : await inNumpy(python);
    const { result, delay } = await watched(() => onThread(worker));
    const wrong = disagreements(result.ours, theirs);
    if (wrong.length > 0) throw new Error(`the two disagree by more than chance:\n${wrong.join('\n')}`);
    results.push({ ours: result, theirs });
    delays.push(delay);
    console.log(`round ${round}   numpy ${line(theirs)}   ours ${line(result)}`);
  }
  const ratio = (of: (one: Measured) => number) => median(results.map(({ ours, theirs }) => of(ours) / of(theirs)));
  const { trials } = task.terms;
  console.log(`
${task.lines.length} lines × ${trials.toLocaleString('en')} trials, a fifth of them correlated, slip and cash by month; the median of ${rounds} rounds
  CPU, ours ÷ numpy ${first.numpy}       ${ratio(({ cpuMs }) => cpuMs).toFixed(2)}; of ours, the start of the thread and its compiling included
  time, ours ÷ numpy             ${ratio(({ ms }) => ms).toFixed(2)}
  both say the same              within ${5} standard errors: the target, ${3 * (1 + 2 * task.terms.periodCount)} percentiles, ${task.lines.length} sensitivities
  event loop meanwhile           99 % ${median(delays.map(({ p99 }) => p99)).toFixed(1)} ms late at most, worst ${Math.max(...delays.map(({ max }) => max)).toFixed(1)}; idle ${idle.delay.p99.toFixed(1)}, worst ${idle.delay.max.toFixed(1)}`);
}

const line = ({ cpuMs, ms }: Measured) => `CPU ${cpuMs.toFixed(0)} ms, ${ms.toFixed(0)} ms`;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Runs the work while it watches how late the loop's timers are. */
async function watched<R>(work: () => Promise<R>): Promise<{ result: R; delay: Delay }> {
  const resolution = 1;
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  const result = await work();
  histogram.disable();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  return { result, delay: { p99: late(histogram.percentile(99)), max: late(histogram.max) } };
}

/** One rehearsal on a thread of its own, as the service does it; nothing else runs in this process. */
async function onThread(file: string): Promise<Measured & { ours: Ours }> {
  const [cpu, begun] = [process.cpuUsage(), performance.now()];
  const worker = new Worker(file);
  try {
    const ours = await new Promise<Ours>((done, failed) => {
      worker.on('message', (message: { rehearsed?: Ours[] }) => {
        const [only] = message.rehearsed ?? [];
        if (only) done(only);
      });
      worker.once('error', failed);
      worker.postMessage([task]);
    });
    const { user, system } = process.cpuUsage(cpu);
    return { ours, cpuMs: (user + system) / 1_000, ms: performance.now() - begun };
  } finally {
    await worker.terminate();
  }
}

/** What the numpy program says, and how long it took, the start of Python aside. */
async function inNumpy(python: string): Promise<Theirs> {
  const child = spawn(python, [join(__dirname, 'rehearsal', 'rehearsal.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('close', done);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(asJson);
  const said = await text(child.stdout);
  const code = await ended;
  if (code === null || code === 3) throw new RangeError(noNumpy(python));
  if (code !== 0) throw new Error(`${python} ended with ${code}`);
  return JSON.parse(said) as Theirs;
}

const noNumpy = (python: string): string => `There is nothing to compare with: ${python} has no numpy, or is not there.
Numpy is no part of this project. In a folder of your own:

  python3 -m venv numpy && numpy/bin/pip install numpy
  PYTHON=numpy/bin/python npm run bench -- rehearsal`;
