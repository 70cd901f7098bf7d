import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessPlan {
  name: string;
  /** The file that Node runs, and its environment: all of it, nothing is inherited but PATH. */
  script: string;
  env: Readonly<Record<string, string>>;
  /** Answers 200 when the process can work. */
  readyUrl: string;
  logFile: string;
}

const endWithParent = join(__dirname, 'end-with-parent.cjs');
const readyTimeoutMs = 90_000;
const stopTimeoutMs = 30_000;

/** A process of the distributed house: started, watched, started again when it dies, stopped in order. */
export class ManagedProcess {
  private child: ChildProcess | null = null;
  private wanted = false;
  private exited: Promise<void> = Promise.resolve();

  constructor(
    readonly plan: ProcessPlan,
    /** Told when the process has died by itself and is started again. */
    private readonly told: (line: string) => void,
  ) {}

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Starts it and resolves when it is ready. Throws with the log's place when it ends instead. */
  async start(): Promise<void> {
    this.wanted = true;
    this.launch();
    await this.ready();
  }

  /** Resolves when it answers that it can work; throws when it does not within the time. */
  async ready(): Promise<void> {
    const { name, readyUrl, logFile } = this.plan;
    let said = 'no answer';
    for (const giveUpAt = Date.now() + readyTimeoutMs; Date.now() < giveUpAt; await pause(100)) {
      if (!this.wanted) throw new Error(`${name} was stopped before it was ready`);
      const response = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (response?.ok) return;
      said = (await response?.text().catch(() => null)) ?? 'no answer';
    }
    throw new Error(`${name} is not ready after ${readyTimeoutMs / 1000} s (${said}); its log is ${logFile}`);
  }

  /** SIGKILL, as a crash would; it is started again. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** SIGTERM, and SIGKILL where that takes too long. */
  async stop(): Promise<void> {
    this.wanted = false;
    if (!this.child) return;
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child?.kill('SIGKILL'), stopTimeoutMs);
    await this.exited;
    clearTimeout(late);
  }

  private launch(): void {
    const { name, script, env, logFile } = this.plan;
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['--enable-source-maps', '--require', endWithParent, script], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child = child;
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.child = null;
        resolve();
        if (!this.wanted) return;
        this.told(`${name} ended (${signal ?? `exit code ${code}`}) and is started again; its log is ${logFile}`);
        setTimeout(() => this.wanted && this.launch(), 500);
      });
    });
  }
}
