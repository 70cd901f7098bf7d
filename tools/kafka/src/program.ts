import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exclusively } from './exclusive';
import { fetchKafka, type FetchOptions, type KafkaJars } from './fetch';
import { findJava, type Java } from './java';
import type { KafkaProgram } from './jvm';
import { launch } from './launch';
import { freePort } from './ports';

/**
 * Kafka ready to be started on this machine: Java found, the jars fetched and checked, its classes archived for fast starts. Only the first
 * call takes longer than a tenth of a second.
 * @throws KafkaError NO_JAVA, NO_MAVEN, FETCH_FAILED, CHECKSUM
 */
export async function prepareKafka(options: FetchOptions): Promise<KafkaProgram> {
  const { env, log = () => undefined } = options;
  const [java, jars] = [await findJava(env), await fetchKafka(options)];
  const program: KafkaProgram = { java, jars, env, classArchive: null };
  const archive = await archiveFile(java, jars);
  if (await isThere(archive)) return { ...program, classArchive: archive };
  try {
    const waiting = (pid: number) => log(`Process ${pid} is preparing Kafka; waiting for it`);
    await exclusively(join(dirname(jars.folder), '.archiving'), waiting, async () => {
      if (!(await isThere(archive))) await archiveClasses(program, archive, log);
    });
    return { ...program, classArchive: archive };
  } catch (error) {
    log(`Kafka will start slower than it could: ${error instanceof Error ? error.message : String(error)}`);
    return program;
  }
}

/** Java takes an archive only together with the same Java and the very same files, so their names and dates are in its name. */
async function archiveFile(java: Java, jars: KafkaJars): Promise<string> {
  const hash = createHash('sha256').update(java.says).update(java.command);
  for (const jar of jars.classpath) hash.update(`${jar} ${(await stat(jar)).mtimeMs}`);
  return join(jars.folder, `classes-${hash.digest('hex').slice(0, 12)}.jsa`);
}

/** Starts a broker once in a folder of its own and has Java write down the classes it used. */
async function archiveClasses(program: KafkaProgram, archive: string, log: (message: string) => void): Promise<void> {
  const started = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'fivepoint-kafka-'));
  const part = `${archive}.part`;
  try {
    await rm(part, { force: true });
    const broker = await launch(program, folder, await freePort(), { more: [`-XX:ArchiveClassesAtExit=${part}`] });
    try {
      await broker.ready();
      broker.child.kill('SIGTERM');
      await Promise.race([broker.exited, pause(60_000, undefined, { ref: false })]);
    } finally {
      broker.child.kill('SIGKILL');
      await broker.exited;
    }
    await rename(part, archive);
    log(`Prepared Kafka for fast starts in ${((Date.now() - started) / 1000).toFixed(1)} s, once`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
