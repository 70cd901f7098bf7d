import { readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresBinaries, type Binaries } from './binaries';
import { holdsCluster, logPath, readPassword, settingsPath, settleDataFolder, type DataFolder } from './data-folder';
import { ClusterError, explainFailure, portTaken, sayingDiskFull } from './errors';
import { initCluster, writePrivate } from './init';
import { takeOwnership, type Ownership } from './ownership';
import { isAlive, isServer, runningServer, type RunningServer } from './pid-file';
import { freePort, isFree } from './port';
import { runAs } from './run-as';
import { serverAt, type DatabaseServer } from './server';
import { durableSettings, portIn, settingsFile, type ServerSettings } from './settings';

/** A PostgreSQL server on this machine that this process drives; it outlives the process unless it is stopped. */
export interface Cluster extends DatabaseServer {
  /** The folder that holds the data; not the wanted one where that could not be used. */
  readonly dataDir: string;
  readonly port: number;
  /** The postmaster's process id; 0 while stopped. */
  readonly pid: number;
  /** Whether the postmaster lives; what killed it does not matter. */
  runs(): boolean;
  /** Ends every connection and shuts down cleanly. Does nothing when already stopped. */
  stop(): Promise<void>;
  /** SIGKILL to every process of the server, as a loss of power would. `restart` brings it back. */
  kill(): Promise<void>;
  /** Stops the server if it runs and starts it on the same port and data. */
  restart(): Promise<void>;
}

export interface ClusterOptions {
  /** Made when absent. Give each cluster its own. */
  readonly dataDir: string;
  /** By default the port of the last start, else a free one. */
  readonly port?: number;
  /** By default `durableSettings`; spread a preset to change a value of it. */
  readonly settings?: ServerSettings;
  /** What a person should know: another folder or port than expected, a server that was taken over. */
  readonly log?: (message: string) => void;
}

/** Crash recovery after much work may take a while. */
const startTimeoutSeconds = 120;
const stopTimeoutSeconds = 60;
const logLimitBytes = 10 * 1024 * 1024;

/**
 * Starts the cluster of a folder, made on the first start; takes over a server that a killed process left running there.
 * @throws ClusterError with a code and a message that says what to do
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const log = options.log ?? (() => undefined);
  return sayingDiskFull(options.dataDir, async () => {
    const place = await settleDataFolder(options.dataDir, log);
    const binaries = await postgresBinaries(place.account, log);
    if (!(await holdsCluster(place.pgdata, binaries.major))) {
      await initCluster(binaries, place, options.settings?.['fsync'] !== false);
    }
    const driver = new Driver(place, binaries, options, log, await readPassword(place.pgdata));
    await driver.start();
    return driver;
  });
}

class Driver implements Cluster {
  pid = 0;
  port = 0;
  private ownership: Ownership | null = null;

  constructor(
    private readonly place: DataFolder,
    private readonly binaries: Binaries,
    private readonly options: ClusterOptions,
    private readonly log: (message: string) => void,
    private readonly password: string,
  ) {}

  get dataDir(): string {
    return this.place.folder;
  }

  runs(): boolean {
    return this.pid !== 0 && isAlive(this.pid);
  }

  superuserUrl(database?: string): string {
    return this.server().superuserUrl(database);
  }

  rolePassword(role: string): string {
    return this.server().rolePassword(role);
  }

  async start(): Promise<void> {
    const deadline = Date.now() + startTimeoutSeconds * 1000;
    while (!(await this.attempt())) {
      if (Date.now() > deadline) {
        throw new ClusterError(
          'START_FAILED',
          `PostgreSQL keeps going away on ${this.place.pgdata}; see ${this.logFile}`,
        );
      }
    }
  }

  async stop(): Promise<void> {
    await this.ownership?.release();
    this.ownership = null;
    await this.shutDown();
  }

  async kill(): Promise<void> {
    const running = await runningServer(this.place.pgdata);
    const children = (await this.ownership?.serverProcesses().catch(() => [])) ?? [];
    await this.ownership?.release();
    this.ownership = null;
    // The postmaster first: it would start its children again.
    const processes = running === null ? children : [running.pid, ...children];
    for (const pid of processes) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await this.gone(running?.pid);
  }

  async restart(): Promise<void> {
    await this.stop();
    await sayingDiskFull(this.place.folder, () => this.start());
  }

  private get logFile(): string {
    return logPath(this.place.pgdata);
  }

  private server(): DatabaseServer {
    return serverAt(`postgresql://postgres:${this.password}@127.0.0.1:${this.port}/postgres`);
  }

  /** One try to have a server and own it; false when it went away in between. */
  private async attempt(): Promise<boolean> {
    const found = await runningServer(this.place.pgdata);
    const running = found ?? (await this.launch());
    if (running === null || running.port === 0) {
      await pause(100);
      return false;
    }
    this.pid = running.pid;
    this.port = running.port;
    this.ownership = await takeOwnership(this.superuserUrl(), {
      folder: this.place.folder,
      timeoutMs: startTimeoutSeconds * 1000,
      graceMs: 2000,
      stillRuns: () => isAlive(running.pid),
    });
    if (this.ownership === null) return false;
    if (found === null) return true;
    this.log(`Took over the PostgreSQL server that was left running on ${this.place.folder} (process ${found.pid})`);
    if (await this.isAsWanted(found)) return true;
    this.log('It runs with other settings: starting it again');
    await this.stop();
    return false;
  }

  private async isAsWanted(running: RunningServer): Promise<boolean> {
    if (this.options.port !== undefined && this.options.port !== running.port) return false;
    return (await this.settingsText()) === settingsFile(this.options.settings ?? durableSettings, running.port);
  }

  private settingsText(): Promise<string> {
    return readFile(settingsPath(this.place.pgdata), 'utf8').catch(() => '');
  }

  /** Starts the server. Null when another process was first with the same folder. */
  private async launch(): Promise<RunningServer | null> {
    const { pgdata, account } = this.place;
    const port = await this.choosePort();
    const settings = settingsFile(this.options.settings ?? durableSettings, port);
    if (settings !== (await this.settingsText())) await writePrivate(settingsPath(pgdata), settings, account);
    const from = await this.startOfLog();
    const args = ['start', '-D', pgdata, '-w', '-t', String(startTimeoutSeconds), '-l', this.logFile];
    const { code, output } = await runAs(account, this.binaries.pgCtl, args);
    if (code === 0) return runningServer(pgdata);

    const said = `${(await readFile(this.logFile, 'utf8').catch(() => '')).slice(from)}\n${output}`;
    // Children of a killed postmaster need a moment to notice; another process may have started the same folder.
    if (/lock file "[^"]+" (already exists|is empty)|shared memory block .* is still in use/.test(said)) return null;
    const failure = explainFailure(said, { pgdata, port });
    // A free port that was lost to somebody else meanwhile is only a reason to take another.
    if (failure.code === 'PORT_TAKEN' && this.options.port === undefined) return null;
    throw failure;
  }

  /** The wanted port, else that of the last start, else a free one. */
  private async choosePort(): Promise<number> {
    const wanted = this.options.port;
    if (wanted !== undefined) {
      if (!(await isFree(wanted))) throw portTaken(wanted);
      return wanted;
    }
    const last = portIn(await this.settingsText());
    if (last !== null && (await isFree(last))) return last;
    const port = await freePort();
    if (last !== null)
      this.log(`Port ${last} of the last start is taken by another program: PostgreSQL uses ${port} now`);
    return port;
  }

  /** Where this attempt's lines will begin; a log that has grown large is put aside first. */
  private async startOfLog(): Promise<number> {
    const size = await stat(this.logFile).then(
      (found) => found.size,
      () => 0,
    );
    if (size < logLimitBytes) return size;
    await rename(this.logFile, `${this.logFile}.1`);
    return 0;
  }

  private async shutDown(): Promise<void> {
    const { pgdata, account } = this.place;
    const running = await runningServer(pgdata);
    if (running !== null) {
      const args = ['stop', '-D', pgdata, '-w', '-t', String(stopTimeoutSeconds), '-m'];
      const { code } = await runAs(account, this.binaries.pgCtl, [...args, 'fast']);
      // Nothing committed is lost by this either: the next start recovers it from the log.
      if (code !== 0) await runAs(account, this.binaries.pgCtl, [...args, 'immediate']);
    }
    await this.gone(running?.pid);
  }

  /** The server takes its pid file away shortly before it ends. */
  private async gone(pid: number | undefined): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (pid !== undefined && (await isServer(pid, this.place.pgdata))) {
      if (Date.now() > deadline) {
        throw new ClusterError('START_FAILED', `PostgreSQL (process ${pid}) on ${this.place.folder} does not stop`);
      }
      await pause(20);
    }
    this.pid = 0;
  }
}
