import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { explainFailure, KafkaError } from './errors';
import { type KafkaProgram, runKafkaClass, spawnBroker } from './jvm';
import { freePort } from './ports';
import { askCluster } from './probe';
import { logFolder, settingsFile } from './settings';

/** A started broker process. */
export interface Launched {
  readonly child: ChildProcess;
  /** Resolves when the process has ended, however it did. */
  readonly exited: Promise<void>;
  /** Resolves when the broker serves its port. KafkaError when it ended before, or `startTimeoutMs` have passed. */
  ready(): Promise<void>;
}

const startTimeoutMs = 60_000;
const settingsName = 'server.properties';

/** Starts a broker on a folder, which is made and formatted on the first start. */
export async function launch(
  program: KafkaProgram,
  folder: string,
  port: number,
  { more = [], advertisedPort = port }: { more?: readonly string[]; advertisedPort?: number } = {},
): Promise<Launched> {
  const logDir = join(folder, logFolder);
  await mkdir(logDir, { recursive: true });
  const fresh = !(await exists(join(logDir, 'meta.properties')));
  const endedWell = fresh || (await exists(join(logDir, '.kafka_cleanshutdown')));
  const settings = settingsFile({ port, advertisedPort, controllerPort: await freePort(), endedWell });
  await writeFile(join(folder, settingsName), settings);
  if (fresh) await format(program, folder);
  const clusterId = /^cluster\.id=(.+)$/m.exec(await readFile(join(logDir, 'meta.properties'), 'utf8'))?.[1]?.trim();

  const logFile = join(folder, 'broker.log');
  const output = await open(logFile, 'w');
  const child = spawnBroker(program, { folder, settings: settingsName, output: output.fd, more });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  await output.close();
  return { child, exited, ready: () => ready({ child, exited, port, clusterId, folder, logFile }) };
}

async function ready(start: {
  child: ChildProcess;
  exited: Promise<void>;
  port: number;
  clusterId: string | undefined;
  folder: string;
  logFile: string;
}): Promise<void> {
  let ended = false;
  void start.exited.then(() => (ended = true));
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    // Ended is asked first: another program may have got the port, and its answer is not ours.
    if (ended) throw explainFailure(await readFile(start.logFile, 'utf8'), start);
    const answer = await askCluster(start.port, 2000);
    if (answer !== null && answer.clusterId === start.clusterId && answer.brokers > 0) return;
    await pause(30);
  }
  start.child.kill('SIGKILL');
  throw new KafkaError('START_FAILED', `Kafka did not answer within ${startTimeoutMs / 1000} s; see ${start.logFile}`);
}

/** Gives the folder the identity of a new cluster. Kafka writes the file that we look for last, so a half formatted one is done again. */
async function format(program: KafkaProgram, folder: string): Promise<void> {
  const args = ['format', '--cluster-id', newClusterId(), '--config', settingsName, '--ignore-formatted'];
  await runKafkaClass(program, 'kafka.tools.StorageTool', args, { folder });
}

/** 16 bytes in Kafka's spelling; one that begins with a dash would look like an option. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
