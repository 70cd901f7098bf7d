import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../../..');

export interface OtherProcess {
  readonly child: ChildProcess;
  /** the first line it wrote to its standard output */
  readonly firstLine: string;
  /** Ends it, by SIGKILL unless said otherwise, and waits until it is gone; says how it went. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface OtherProcessOptions {
  /** variables beside, or without (undefined), those of this process */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** who runs it; only root may choose */
  readonly uid?: number;
  readonly gid?: number;
  /** a program that starts it in its turn, with arguments: nice, setpriv, unshare */
  readonly through?: readonly string[];
}

/**
 * Runs code in a Node process of its own, for specs of what happens when a process dies: it may `require` the TypeScript of the
 * workspace by absolute path, and must print a line once it is ready.
 * @throws Error with what it wrote when it ends before its first line
 */
export async function otherProcess(code: string, options: OtherProcessOptions = {}): Promise<OtherProcess> {
  const { env, through = [], ...identity } = options;
  const [command = process.execPath, ...args] = [...through, process.execPath, '-r', '@swc-node/register', '-e', code];
  const child = spawn(command, args, {
    ...identity,
    cwd: workspace,
    env: { ...process.env, TS_NODE_PROJECT: join(workspace, 'tsconfig.base.json'), FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return {
    child,
    firstLine: await Promise.race([
      firstLineOf(child.stdout),
      ended.then(() => Promise.reject(new Error(`The other process ended before it was ready: ${errors}`))),
    ]),
    end: async (wanted = 'SIGKILL') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(wanted);
      const [exitCode, signal] = await ended;
      return { code: exitCode, signal };
    },
  };
}

function firstLineOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((done) => {
    let text = '';
    output.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')));
    });
  });
}
