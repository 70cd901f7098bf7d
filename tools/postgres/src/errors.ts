/** What went wrong, for callers that react to it; the message says it to people. */
export type ClusterErrorCode =
  'NO_BINARIES' | 'PORT_TAKEN' | 'IN_USE' | 'DISK_FULL' | 'FOLDER_UNUSABLE' | 'FOLDER_CORRUPT' | 'START_FAILED';

/** The cluster cannot be had; `message` names the folder or port and what to do. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(
    readonly code: ClusterErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const portTaken = (port: number): ClusterError =>
  new ClusterError(
    'PORT_TAKEN',
    `Port ${port} on 127.0.0.1 is taken by another program (or not allowed): stop that program, or give PostgreSQL another port.`,
  );

export const diskFull = (folder: string): ClusterError =>
  new ClusterError(
    'DISK_FULL',
    `The disk that holds ${folder} is full: free some space (at least 100 MB), then start again. Nothing committed is lost.`,
  );

export const folderCorrupt = (pgdata: string, what: string): ClusterError =>
  new ClusterError(
    'FOLDER_CORRUPT',
    `${pgdata} cannot be used as it is: ${what}. It was left untouched: restore it from a backup, or move it away to begin with an empty database.`,
  );

/**
 * Turns what initdb or the server wrote before it gave up into an error that says what to do.
 * @param output the lines written by this attempt only
 * @param where the data folder and, when a server was started, its port
 */
export function explainFailure(output: string, where: { pgdata: string; port?: number }): ClusterError {
  if (/No space left on device|Disk quota exceeded/i.test(output)) return diskFull(where.pgdata);
  if (where.port !== undefined && /could not bind .*(in use|Permission denied|forbidden)/i.test(output)) {
    return portTaken(where.port);
  }
  if (/user does not exist/i.test(output)) {
    return new ClusterError(
      'START_FAILED',
      'PostgreSQL cannot be set up by a user without a name: add this user to /etc/passwd, or run as another one.',
    );
  }
  const said = decisiveLines(output);
  if (isDamage(output)) return folderCorrupt(where.pgdata, said);
  return new ClusterError('START_FAILED', `PostgreSQL did not start on ${where.pgdata}: ${said}`);
}

const isDamage = (output: string): boolean =>
  /invalid (primary )?checkpoint|could not locate a valid checkpoint|incorrect checksum in control file|could not open (control )?file "[^"]*(global|pg_wal|pg_xact|base)|invalid page|is not a valid data directory|incompatible with server|could not find the database system|calculated CRC checksum does not match/i.test(
    output,
  );

/** The FATAL and PANIC lines with their hints, or the last lines where there are none. */
function decisiveLines(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const decisive = lines.filter((line) => /FATAL|PANIC|HINT|initdb: error|could not/.test(line));
  return (decisive.length > 0 ? decisive : lines).slice(-5).join(' ') || 'it said nothing';
}

/** Does the work; a full disk that a file of ours meets is said as clearly as one that PostgreSQL meets. */
export async function sayingDiskFull<R>(folder: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw full ? diskFull(folder) : error;
  }
}
