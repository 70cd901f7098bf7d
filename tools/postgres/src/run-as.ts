import { spawn } from 'node:child_process';

/** Who runs PostgreSQL: it refuses to run as root. `null` is the user of this process. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** "nobody" on Linux; no process of anybody else should run under it. */
export const nobody = 65534;

export const runningAsRoot = (): boolean => process.getuid?.() === 0;

export interface Finished {
  /** null when the program was ended by a signal or could not be started */
  readonly code: number | null;
  /** standard output and error, as they came */
  readonly output: string;
}

// PG* variables of the caller would redirect the tools, and its secrets are none of the server's business.
const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'];

function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of passedOn) if (process.env[name] !== undefined) environment[name] = process.env[name];
  return environment;
}

/** Runs a program to its end as the account; never throws, a program that cannot be started says so in `output`. */
export function runAs(account: Account, command: string, args: readonly string[]): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      ...(account ?? {}),
      cwd: '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', (error) => done({ code: null, output: `${output}${error.message}` }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** True when the account can enter each of the folders; always true for the user of this process. */
export async function canReach(account: Account, folders: readonly string[]): Promise<boolean> {
  if (account === null) return true;
  const script = 'for folder in "$@"; do cd -- "$folder" || exit 1; done';
  return (await runAs(account, '/bin/sh', ['-c', script, 'sh', ...folders])).code === 0;
}
