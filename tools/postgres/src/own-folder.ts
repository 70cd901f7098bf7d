import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterError } from './errors';
import { canReach, type Account } from './run-as';

/**
 * A folder of this user that survives a restart of the machine and that the account can enter: where things go that cannot
 * stay where they were wanted.
 * @throws ClusterError FOLDER_UNUSABLE when there is none, or somebody else made it first
 */
export async function ownFolder(account: Account): Promise<string> {
  const refused: string[] = [];
  for (const base of process.platform === 'win32' ? [tmpdir()] : ['/var/tmp', tmpdir()]) {
    const folder = join(base, `fivepoint-${process.getuid?.() ?? 'user'}`);
    try {
      await mkdir(folder, { mode: 0o755 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        refused.push(`${folder}: ${(error as Error).message}`);
        continue;
      }
    }
    if (!(await isOurs(folder))) refused.push(`${folder}: belongs to another user`);
    else if (!(await canReach(account, [folder]))) refused.push(`${folder}: out of reach for uid ${account?.uid}`);
    else return folder;
  }
  throw new ClusterError('FOLDER_UNUSABLE', `There is no folder that PostgreSQL can use. Tried ${refused.join('; ')}.`);
}

/** Everybody may write to /var/tmp: what another user put there must never be run or filled with data. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder);
  if (!found.isDirectory()) return false;
  return process.platform === 'win32' || (found.uid === process.getuid?.() && (found.mode & 0o022) === 0);
}
