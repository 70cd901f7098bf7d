import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { access, chmod, chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ClusterError, folderCorrupt } from './errors';
import { ownFolder } from './own-folder';
import { canReach, nobody, runningAsRoot, type Account } from './run-as';

/** Where a cluster really lives and who runs it. */
export interface DataFolder {
  /** holds `pgdata`; differs from the wanted folder when that cannot be used */
  readonly folder: string;
  /** PostgreSQL's own folder; also holds our settings, the superuser's password and the server's log */
  readonly pgdata: string;
  readonly account: Account;
}

export const pgdataOf = (folder: string): string => join(folder, 'pgdata');
export const settingsPath = (pgdata: string): string => join(pgdata, 'fivepoint.conf');
export const passwordPath = (pgdata: string): string => join(pgdata, 'fivepoint.password');
export const logPath = (pgdata: string): string => join(pgdata, 'server.log');

/**
 * Settles on the folder for a cluster. As root, PostgreSQL runs as the owner of what is there, else as nobody; where that
 * account cannot use the wanted folder, a folder named by a hash of the wanted path takes its place, and `log` says so.
 * @throws ClusterError FOLDER_UNUSABLE when the folder can neither be made nor replaced
 */
export async function settleDataFolder(wanted: string, log: (message: string) => void): Promise<DataFolder> {
  const folder = resolve(wanted);
  await makeFolder(folder);
  const account = await accountFor(pgdataOf(folder));
  const settled = { folder, pgdata: pgdataOf(folder), account };
  if ((await canReach(account, [folder])) && (await canOwn(folder, account))) return settled;

  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const instead = join(await ownFolder(account), `data-${name}`);
  await makeFolder(instead);
  await writeFile(join(folder, movedNote), `${instead}\n`);
  log(`PostgreSQL (${runner(account)}) cannot use ${folder}: its data is in ${instead} instead`);
  return { folder: instead, pgdata: pgdataOf(instead), account: await accountFor(pgdataOf(instead)) };
}

/** The file in a folder that could not be used; it names the one that is used instead. */
const movedNote = 'data-is-in.txt';

/** The folders that belong to a wanted one: itself, and what took its place. */
export function foldersOf(wanted: string): string[] {
  const note = join(wanted, movedNote);
  const instead = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  return [...(instead === '' ? [] : [instead]), resolve(wanted)];
}

const runner = (account: Account): string => (account === null ? 'run by you' : `run as uid ${account.uid}`);

async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined || !runningAsRoot()) return;
    // A strict umask must not lock the account out of what was made just now.
    for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
  } catch (error) {
    throw new ClusterError('FOLDER_UNUSABLE', `The folder ${folder} cannot be made: ${(error as Error).message}`);
  }
}

async function accountFor(pgdata: string): Promise<Account> {
  const owner = await stat(pgdata).catch(() => null);
  if (!runningAsRoot()) {
    if (owner !== null && process.getuid !== undefined && owner.uid !== process.getuid()) {
      throw new ClusterError(
        'FOLDER_UNUSABLE',
        `${pgdata} belongs to uid ${owner.uid} (was it started with sudo?): start as root again, or "sudo chown -R" it to yourself.`,
      );
    }
    return null;
  }
  if (owner === null) return { uid: nobody, gid: nobody };
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  // Restored or copied by root: PostgreSQL refuses to run as root.
  await chownTree(pgdata, nobody);
  return { uid: nobody, gid: nobody };
}

async function chownTree(path: string, uid: number): Promise<void> {
  await chown(path, uid, uid);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await chownTree(inside, uid);
    else if (entry.isFile()) await chown(inside, uid, uid);
  }
}

/** Some file systems (shared folders of a host, FAT) keep neither owner nor mode, and PostgreSQL insists on both. */
async function canOwn(folder: string, account: Account): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const probe = join(folder, `.probe-${process.pid}-${randomUUID()}`);
  try {
    await makePrivate(probe, account);
    const found = await stat(probe);
    return (found.mode & 0o777) === 0o700 && found.uid === (account?.uid ?? process.getuid?.());
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes(code)) return false;
    throw new ClusterError('FOLDER_UNUSABLE', `The folder ${folder} cannot be written to: ${(error as Error).message}`);
  } finally {
    await rm(probe, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Makes a folder that only the account can enter. */
export async function makePrivate(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { mode: 0o700, recursive: true });
  await chmod(folder, 0o700);
  if (account !== null) await chown(folder, account.uid, account.gid);
}

/**
 * Looks at a folder that is there before a server is let loose on it.
 * @returns false when there is no cluster yet
 * @throws ClusterError FOLDER_CORRUPT when it is incomplete or of another PostgreSQL
 */
export async function holdsCluster(pgdata: string, major: string): Promise<boolean> {
  if (!(await exists(pgdata))) return false;
  for (const file of ['PG_VERSION', join('global', 'pg_control'), 'postgresql.conf', 'fivepoint.password']) {
    if (!(await exists(join(pgdata, file)))) throw folderCorrupt(pgdata, `it lacks the file ${file}`);
  }
  const version = (await readFile(join(pgdata, 'PG_VERSION'), 'utf8')).trim();
  if (version !== major) {
    throw folderCorrupt(
      pgdata,
      `it was made by PostgreSQL ${version === '' ? '(unknown)' : version}, this is ${major}`,
    );
  }
  return true;
}

export async function readPassword(pgdata: string): Promise<string> {
  const password = (await readFile(passwordPath(pgdata), 'utf8')).trim();
  if (password === '') throw folderCorrupt(pgdata, 'the file fivepoint.password is empty');
  return password;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
