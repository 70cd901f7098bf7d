import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Artifact, artifacts as locked, type Artifacts, fileName, folderName, repositoryPath } from './artifacts';
import { cacheFolder, type Environment, repositoryUrl } from './environment';
import { KafkaError } from './errors';
import { exclusively } from './exclusive';
import { copyDependencies } from './maven';

/** The jars of Kafka on this machine, each checked against the list in this repository. */
export interface KafkaJars {
  readonly version: string;
  readonly folder: string;
  readonly classpath: readonly string[];
}

export interface FetchOptions {
  /** FIVEPOINT_KAFKA_CACHE, KAFKA_MAVEN_URL, JAVA_HOME and the PATH with mvn and java. */
  readonly env: Environment;
  /** What a person who waits should know. */
  readonly log?: (message: string) => void;
  /** Another list of files than the repository's, for specs. */
  readonly artifacts?: Artifacts;
}

/**
 * Kafka from the user's cache, else fetched into it once. Two processes at the same time fetch it once.
 * @throws KafkaError NO_MAVEN, FETCH_FAILED, CHECKSUM; a failed fetch leaves nothing that a later one would take for good
 */
export async function fetchKafka({ env, log = () => undefined, artifacts = locked }: FetchOptions): Promise<KafkaJars> {
  const cache = cacheFolder(env);
  const folder = join(cache, folderName(artifacts));
  const classpath = artifacts.artifacts.map((artifact) => join(folder, fileName(artifact)));
  const jars = { version: artifacts.version, folder, classpath };
  if (await isComplete(folder, artifacts)) return jars;

  const waiting = (pid: number) => log(`Process ${pid} is fetching Kafka; waiting for it`);
  return exclusively(join(cache, '.fetching'), waiting, async () => {
    if (await isComplete(folder, artifacts)) return jars;
    const work = join(cache, `.fetch-${randomUUID()}`);
    try {
      await fetchInto(work, artifacts, env, log);
      await rm(folder, { recursive: true, force: true });
      // Only whole and checked folders ever get this name.
      await rename(join(work, 'jars'), folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return jars;
  });
}

/** True when every file is there in its right size; what is in them was checked before they came there. */
async function isComplete(folder: string, { artifacts }: Artifacts): Promise<boolean> {
  const right = await Promise.all(
    artifacts.map((artifact) =>
      stat(join(folder, fileName(artifact))).then(
        ({ size }) => size === artifact.bytes,
        () => false,
      ),
    ),
  );
  return right.every(Boolean);
}

async function fetchInto(work: string, list: Artifacts, env: Environment, log: (message: string) => void) {
  const started = Date.now();
  const jars = join(work, 'jars');
  await mkdir(jars, { recursive: true });
  const megabytes = Math.round(list.artifacts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
  const url = repositoryUrl(env);
  log(`Fetching Apache Kafka ${list.version} ${url ? `from ${url}` : 'with Maven'}, once (${megabytes} MB) …`);
  const progress = countdown(list.artifacts, log);
  if (url) await downloadAll(list.artifacts, url, jars, progress);
  else {
    const dependencies = list.artifacts.map(({ coordinates }) => ({ coordinates, transitive: false }));
    await copyDependencies(dependencies, { folder: jars, work, env, each: progress });
  }
  for (const artifact of list.artifacts) await check(artifact, join(jars, fileName(artifact)));
  log(`Fetched and checked ${list.artifacts.length} files in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Says how far it is at every quarter. */
function countdown(list: readonly Artifact[], log: (message: string) => void): (jar: string) => void {
  const open = new Set(list.map(fileName));
  const step = Math.ceil(list.length / 4);
  return (jar) => {
    if (open.delete(jar) && open.size > 0 && (list.length - open.size) % step === 0) {
      log(`  ${list.length - open.size} of ${list.length} files`);
    }
  };
}

async function downloadAll(
  list: readonly Artifact[],
  url: string,
  folder: string,
  done: (jar: string) => void,
): Promise<void> {
  const queue = [...list];
  const worker = async () => {
    for (let artifact = queue.shift(); artifact; artifact = queue.shift()) {
      const from = `${url}/${repositoryPath(artifact)}`;
      const response = await fetch(from).catch((error: Error) => {
        throw new KafkaError('FETCH_FAILED', `${from} cannot be reached: ${String(error.cause ?? error.message)}`);
      });
      if (!response.ok || !response.body) {
        throw new KafkaError(
          'FETCH_FAILED',
          `${from} answered ${response.status}: is KAFKA_MAVEN_URL a Maven repository?`,
        );
      }
      await writeFile(join(folder, fileName(artifact)), response.body);
      done(fileName(artifact));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

async function check(artifact: Artifact, file: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch((error: Error) => {
    throw new KafkaError('FETCH_FAILED', `${artifact.coordinates} was not fetched: ${error.message}`);
  });
  const found = hash.digest('hex');
  if (found !== artifact.sha256) {
    throw new KafkaError(
      'CHECKSUM',
      `${artifact.coordinates} is not the file this repository expects (sha-256 ${found} instead of ${artifact.sha256}): it was thrown away. Look at the Maven repository and the local copy (~/.m2) it came from.`,
    );
  }
}
