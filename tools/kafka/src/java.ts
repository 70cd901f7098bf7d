import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Environment } from './environment';
import { KafkaError } from './errors';

const oldest = 17;

export interface Java {
  /** The program to start. */
  readonly command: string;
  /** What it says of itself, which differs between any two Javas. */
  readonly says: string;
}

/**
 * The Java of JAVA_HOME, else of the PATH.
 * @throws KafkaError NO_JAVA when there is none or it is older than 17, which is what the broker needs
 */
export async function findJava(env: Environment): Promise<Java> {
  const home = env['JAVA_HOME'];
  const command = home ? join(home, 'bin', 'java') : 'java';
  const where = home ? `JAVA_HOME (${home})` : 'the PATH';
  const says = await new Promise<string | null>((done) => {
    execFile(command, ['-version'], { env }, (error, stdout, stderr) => done(error ? null : stdout + stderr));
  });
  if (says === null) {
    throw new KafkaError('NO_JAVA', `Kafka needs Java ${oldest} or newer, and ${where} has no working java.`);
  }
  const major = Number(/version "(\d+)/.exec(says)?.[1]);
  if (!(major >= oldest)) {
    const found = says.split('\n').find((line) => line.includes('version')) ?? says;
    throw new KafkaError('NO_JAVA', `Kafka needs Java ${oldest} or newer, and ${where} has ${found.trim()}.`);
  }
  return { command, says };
}

export const joined = (classpath: readonly string[]): string => classpath.join(delimiter);
