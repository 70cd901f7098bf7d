import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from './environment';
import { KafkaError, portTaken } from './errors';
import { exclusively } from './exclusive';
import type { KafkaProgram } from './jvm';
import { launch, type Launched } from './launch';
import { endLeftover, removeNote, writeNote } from './leftover';
import { freePort, isFree } from './ports';
import { processIdentity } from './processes';
import { prepareKafka } from './program';

/** A single Apache Kafka broker on this machine that this process drives. */
export interface KafkaBroker {
  /** What clients connect to first: `127.0.0.1:<port>`. */
  readonly brokers: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the broker's process has ended, however it did. */
  readonly exited: Promise<void>;
  /** Shuts down cleanly, what takes 0.2 s; a broker that does not end within 20 s is killed. Does nothing when already ended. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would; await `exited` before the folder is looked at. `startKafka` on the same folder brings everything back. */
  kill(): void;
}

export interface KafkaOptions {
  /** Made when absent. Give each broker its own. */
  readonly dataDir: string;
  /** By default a free one. */
  readonly port?: number;
  /** The port that clients are told to come to, where a proxy stands before the broker; by default its own. */
  readonly advertisedPort?: number;
  /** The caller's environment: JAVA_HOME, PATH, FIVEPOINT_KAFKA_CACHE, KAFKA_MAVEN_URL. */
  readonly env: Environment;
  /** What a person who waits should know. */
  readonly log?: (message: string) => void;
}

const stopTimeoutMs = 20_000;

/** Brokers of this process, by folder: a killed one ends a moment after it was told to. */
const running = new Map<string, Launched>();
process.once('exit', () => {
  // Whoever leaves without stopping still lets the broker shut down by itself.
  for (const { child } of running.values()) child.kill('SIGTERM');
});

/**
 * Starts Apache Kafka (one KRaft node, on 127.0.0.1 only) on a folder and resolves when it answers; the first call fetches it.
 * A broker that a killed process left on the folder is ended first.
 * @throws KafkaError with a code and a message that says what to do
 */
export async function startKafka({
  dataDir,
  port,
  advertisedPort,
  env,
  log = () => undefined,
}: KafkaOptions): Promise<KafkaBroker> {
  const program = await prepareKafka({ env, log });
  const folder = await usable(dataDir);
  const waiting = (pid: number) => log(`Process ${pid} is starting Kafka on ${folder}; waiting for it`);
  return exclusively(join(folder, '.starting'), waiting, async () => {
    const before = running.get(folder);
    if (before?.child.killed) await before.exited;
    await endLeftover(folder, stopTimeoutMs, log);
    const started = Date.now();
    const broker = await startOn(program, folder, port, advertisedPort);
    log(`Kafka ${program.jars.version} answers on ${broker.brokers} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return broker;
  });
}

async function startOn(
  program: KafkaProgram,
  folder: string,
  wanted: number | undefined,
  advertised: number | undefined,
): Promise<KafkaBroker> {
  if (wanted !== undefined && !(await isFree(wanted))) throw portTaken(wanted);
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    try {
      return await started(program, folder, { port, advertisedPort: advertised ?? port });
    } catch (error) {
      // A free port that was lost to somebody else meanwhile, ours or the controller's, is only a reason to take another.
      const lost = error instanceof KafkaError && error.code === 'PORT_TAKEN';
      if (!lost || attempt === 3 || (wanted !== undefined && !(await isFree(wanted)))) throw error;
    }
  }
}

async function started(
  program: KafkaProgram,
  folder: string,
  { port, advertisedPort }: { port: number; advertisedPort: number },
): Promise<KafkaBroker> {
  const launched = await launch(program, folder, port, { advertisedPort });
  const { child, exited } = launched;
  running.set(folder, launched);
  void exited.then(() => running.get(folder) === launched && running.delete(folder));
  const pid = child.pid ?? 0;
  const [broker, owner] = [await processIdentity(pid), await processIdentity(process.pid)];
  if (broker !== null && owner !== null) await writeNote(folder, { broker, owner });
  try {
    await launched.ready();
  } catch (error) {
    child.kill('SIGKILL');
    await exited;
    await removeNote(folder);
    throw error;
  }
  return {
    brokers: `127.0.0.1:${port}`,
    port,
    pid,
    exited,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      if (running.get(folder) !== launched) return;
      child.kill('SIGTERM');
      await Promise.race([exited, pause(stopTimeoutMs, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await exited;
      await removeNote(folder);
    },
  };
}

async function usable(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    throw new KafkaError('FOLDER_UNUSABLE', `${dataDir} cannot be used: ${(error as Error).message}`);
  }
}
