import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ProcessIdentity, processIdentity, stillRuns } from './processes';

/**
 * Does the work while no other process of this machine does work under the same lock file. A lock whose process is gone is taken over.
 * @param waiting told once, with the number of the process that is waited for
 */
export async function exclusively<R>(
  lockFile: string,
  waiting: (pid: number) => void,
  work: () => Promise<R>,
): Promise<R> {
  await mkdir(dirname(lockFile), { recursive: true });
  const mine = JSON.stringify(await processIdentity(process.pid));
  for (let told = false; ; await pause(100)) {
    if (await created(lockFile, mine)) break;
    const owner = await ownerOf(lockFile);
    if (owner === 'gone') {
      await rm(lockFile, { force: true });
      continue;
    }
    if (!told && owner !== null) waiting(owner.pid);
    told ||= owner !== null;
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function created(lockFile: string, text: string): Promise<boolean> {
  try {
    await writeFile(lockFile, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null while the file is just being written or taken away. */
async function ownerOf(lockFile: string): Promise<ProcessIdentity | 'gone' | null> {
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  if (text === null) return null;
  const owner = parsed(text);
  if (owner !== null) return (await stillRuns(owner)) ? owner : 'gone';
  const age = await stat(lockFile).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > 2000 ? 'gone' : null;
}

function parsed(text: string): ProcessIdentity | null {
  try {
    return JSON.parse(text) as ProcessIdentity | null;
  } catch {
    return null;
  }
}
