import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, chmod, chown, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { makePrivate, passwordPath, type DataFolder } from './data-folder';
import { diskFull, explainFailure } from './errors';
import { isAlive } from './pid-file';
import { runAs, type Account } from './run-as';

/** A fresh cluster takes 40 MB and its first write-ahead log as much again. */
const neededBytes = 100 * 1024 * 1024;

/**
 * Makes a new cluster in `pgdata`. It is built beside and moved into place, so that a crash on the way leaves nothing half
 * done and two processes at once end up with the one that was first.
 * @param durable false skips waiting for the disk: for clusters that are thrown away
 * @throws ClusterError DISK_FULL, START_FAILED
 */
export async function initCluster(
  binaries: Binaries,
  { folder, pgdata, account }: DataFolder,
  durable: boolean,
): Promise<void> {
  await removeAbandoned(folder);
  const disk = await statfs(folder);
  if (disk.bavail * disk.bsize < neededBytes) throw diskFull(folder);

  const workshop = join(folder, `.init-${process.pid}-${randomUUID()}`);
  try {
    await makePrivate(workshop, account);
    const fresh = join(workshop, 'pgdata');
    await makePrivate(fresh, account);
    const password = randomBytes(24).toString('base64url');
    const passwordFile = join(workshop, 'password');
    await writePrivate(passwordFile, password, account);
    // The built-in locale sorts and folds case alike on every operating system.
    const made = await runAs(account, binaries.initdb, [
      ...['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions'],
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (made.code !== 0) throw explainFailure(made.output, { pgdata });
    await appendFile(join(fresh, 'postgresql.conf'), "\ninclude_if_exists = 'fivepoint.conf'\n", { flush: true });
    await writePrivate(passwordPath(fresh), password, account);
    await moveIntoPlace(fresh, pgdata);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function moveIntoPlace(fresh: string, pgdata: string): Promise<void> {
  try {
    await rename(fresh, pgdata);
  } catch (error) {
    // Another process was first; ours is thrown away with the workshop.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** What a killed process left half done. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = /^\.(?:init|probe)-(\d+)/.exec(name)?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Writes a file that only the account (and root) can read, on the disk when it returns; a reader never sees half of it. */
export async function writePrivate(path: string, text: string, account: Account): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, text, { mode: 0o600, flush: true });
  await chmod(aside, 0o600);
  if (account !== null) await chown(aside, account.uid, account.gid);
  await rename(aside, path);
}
