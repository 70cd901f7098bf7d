import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersOf } from '../../../../tools/postgres/src/index';

/** The process id of the run, by which everything it leaves in the temporary folder is found again. */
const runVariable = 'FIVEPOINT_TEST_RUN';

const prefix = 'fivepoint-test-';

/** The file in a run's folder that names the process which works there. PostgreSQL has one of its own. */
export const processNote = 'process.pid';
const processNotes = [processNote, join('pgdata', 'postmaster.pid')];

/** Makes this process the run that everything started from now on, here or in its workers, belongs to. */
export function beginRun(): void {
  process.env[runVariable] = String(process.pid);
}

/** A name for a folder of this run, which is not there yet. */
export function newFolderOfRun(what: string): string {
  return join(tmpdir(), `${prefix}${process.env[runVariable] ?? process.pid}-${what}-${randomUUID()}`);
}

/** The folders of runs whose process is gone, and could remove nothing. */
export function foldersOfKilledRuns(): string[] {
  return foldersOfRuns((run) => !isRunning(run));
}

/** Ends whatever still works in the folders of this run and removes them; synchronous, since nothing else runs at an exit. */
export function endRun(): void {
  for (const folder of foldersOfRuns((run) => run === process.pid)) removeFolder(folder);
}

/** Removes a folder of a run, and the one in another place that PostgreSQL took where it could not use it. */
export function removeFolder(wanted: string): void {
  for (const folder of foldersOf(wanted)) {
    endProcessesIn(folder);
    // The last processes of a server may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** Ends the servers that work in the folder, at once; no other process, though it may have got the number of one. */
export function endProcessesIn(folder: string): void {
  for (const note of processNotes) {
    const pid = pidIn(join(folder, note));
    if (pid === null || !commandOf(pid).includes(folder)) continue;
    // PostgreSQL stops at once on SIGQUIT, and its children with it, as they would not on SIGKILL.
    process.kill(pid, note === processNote ? 'SIGKILL' : 'SIGQUIT');
  }
}

function foldersOfRuns(wanted: (run: number) => boolean): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix) && wanted(Number.parseInt(name.slice(prefix.length), 10)))
    .map((name) => join(tmpdir(), name))
    .filter(isOurs);
}

/** Anybody may put a folder of that name there; nothing that another user wrote into one may steer what we remove. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}

function pidIn(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** The command line of a process; empty when there is none. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
