import { type ChildProcess, execFile, spawn } from 'node:child_process';
import type { Environment } from './environment';
import { KafkaError } from './errors';
import type { KafkaJars } from './fetch';
import { type Java, joined } from './java';

/** Everything needed to run a class of Kafka. */
export interface KafkaProgram {
  readonly java: Java;
  readonly jars: KafkaJars;
  readonly env: Environment;
  /** Classes that Java has read and checked before, which takes a second off every start; null while there are none. */
  readonly classArchive: string | null;
}

/** One compiler and one collector thread: a broker on a developer's machine has better uses for the cores and the memory. */
const frugal = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData', '-Djava.awt.headless=true'];
const quiet = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.showDateTime=true'];

function javaArguments({ jars, classArchive }: KafkaProgram, mainClass: string, args: readonly string[]): string[] {
  const archive = classArchive === null ? [] : [`-XX:SharedArchiveFile=${classArchive}`, '-Xlog:cds=off'];
  return [...frugal, ...archive, ...quiet, '-cp', joined(jars.classpath), mainClass, ...args];
}

/** Java on Linux reads and writes the names of files in the encoding of its locale. */
const inUtf8 = (env: Environment): NodeJS.ProcessEnv =>
  process.platform === 'linux' ? { ...env, LC_ALL: 'C.UTF-8' } : { ...env };

/** One start of the broker. */
export interface BrokerProcess {
  /** Its working folder. */
  readonly folder: string;
  /** Its settings file, from there. */
  readonly settings: string;
  /** The file descriptor its log goes to. */
  readonly output: number;
  readonly more?: readonly string[];
}

/** Starts the broker in a process group of its own, so that Ctrl-C in a terminal reaches those who use it first. */
export function spawnBroker(
  program: KafkaProgram,
  { folder, settings, output, more = [] }: BrokerProcess,
): ChildProcess {
  const heap = ['-Xms64m', '-Xmx512m'];
  return spawn(program.java.command, [...heap, ...more, ...javaArguments(program, 'kafka.Kafka', [settings])], {
    cwd: folder,
    env: inUtf8(program.env),
    detached: true,
    stdio: ['ignore', output, output],
  });
}

/**
 * Runs one of Kafka's own command line classes, such as org.apache.kafka.tools.TopicCommand, and gives what it wrote to standard output.
 * @throws KafkaError START_FAILED with what it wrote when it ends with an error
 */
export function runKafkaClass(
  program: KafkaProgram,
  mainClass: string,
  args: readonly string[],
  options: { input?: string; folder?: string } = {},
): Promise<string> {
  return new Promise((done, failed) => {
    const child = execFile(
      program.java.command,
      ['-Xmx128m', ...javaArguments(program, mainClass, args)],
      { cwd: options.folder, env: inUtf8(program.env), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (!error) return done(stdout);
        const said = `${stderr}${stdout}`.trim().slice(-1000) || error.message;
        failed(new KafkaError('START_FAILED', `${mainClass} failed: ${said}`));
      },
    );
    // A class that reads nothing may have ended before this is written.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}
