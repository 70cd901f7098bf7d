import { readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAs } from './run-as';

/** A server that runs on a data folder. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** No process has this number, on any system. */
const nobodysPid = 2147483647;

/**
 * The server that runs on the folder, whoever started it. After a loss of power or in a container the file may name a process
 * that is no longer PostgreSQL, which PostgreSQL itself takes for a running server; such a file is put right.
 */
export async function runningServer(pgdata: string): Promise<RunningServer | null> {
  const path = join(pgdata, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) {
    await removeEmpty(path);
    return null;
  }
  if (!isAlive(pid)) return null;
  if (!(await isServer(pid, pgdata))) {
    // The other lines stay: by them PostgreSQL finds children of the lost server that still hold its memory.
    await writeFile(path, [String(nobodysPid), ...lines.slice(1)].join('\n'));
    return null;
  }
  return Number.isInteger(port) && port > 0 ? { pid, port } : { pid, port: 0 };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * True when the process is the server of the folder: a server works in its data folder, a process that ended and was not
 * collected by its parent works nowhere.
 */
export async function isServer(pid: number, pgdata: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return (await folderOf(pid)) === (await realpath(pgdata));
  if (process.platform === 'win32') return true;
  const { output } = await runAs(null, 'ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return output.includes(pgdata);
}

/** Where a process of Linux works; null when it has ended. */
async function folderOf(pid: number): Promise<string | null> {
  try {
    return await readlink(`/proc/${pid}/cwd`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return null;
  }
  // In a container, root may not look into processes of other users; what they were started with is public.
  const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const named = args[args.indexOf('-D') + 1] ?? '';
  return args.includes('-D') ? realpath(named).catch(() => null) : null;
}

/** An empty file is a server in its first instant, or what a loss of power left. */
async function removeEmpty(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null && found.size < 2 && Date.now() - found.mtimeMs > 2000) await rm(path, { force: true });
}
