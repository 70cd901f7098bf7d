import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment';
import { KafkaError } from './errors';

const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0';

export interface Dependency {
  /** group:artifact:version */
  readonly coordinates: string;
  /** Whether Maven adds what it needs in turn. */
  readonly transitive: boolean;
}

/**
 * Has Maven put the jars of the dependencies into `folder`, from wherever its own settings point to.
 * @param each told the name of every jar that had to be downloaded
 * @throws KafkaError NO_MAVEN, FETCH_FAILED with Maven's own words
 */
export async function copyDependencies(
  dependencies: readonly Dependency[],
  { folder, each, ...options }: MavenOptions & { folder: string; each?: (jar: string) => void },
): Promise<void> {
  await runMaven('copy-dependencies', [`-DoutputDirectory=${folder}`], dependencies, options, (text) => {
    for (const [, jar] of text.matchAll(/Downloaded from [^\n]*\/([^/\s]+\.jar) /g)) each?.(jar ?? '');
  });
}

/** Everything the dependencies come to, as group:artifact:version in the order of the alphabet. */
export async function listDependencies(
  dependencies: readonly Dependency[],
  options: MavenOptions,
): Promise<readonly string[]> {
  const file = join(options.work, 'dependencies.txt');
  await runMaven('list', [`-DoutputFile=${file}`, '-DexcludeTransitive=false'], dependencies, options);
  const lines = (await readFile(file, 'utf8')).matchAll(/^\s+([\w.-]+):([\w.-]+):jar:([\w.-]+):/gm);
  return [...lines].map(([, group, artifact, version]) => `${group}:${artifact}:${version}`).sort();
}

interface MavenOptions {
  /** A folder for what is only needed meanwhile. */
  readonly work: string;
  readonly env: Environment;
}

async function runMaven(
  goal: string,
  settings: readonly string[],
  dependencies: readonly Dependency[],
  { work, env }: MavenOptions,
  read: (text: string) => void = () => undefined,
): Promise<void> {
  const pom = join(work, 'pom.xml');
  await writeFile(pom, pomOf(dependencies));
  // Strict (-C): Maven itself refuses a file that does not match the sum its repository names.
  const args = ['-B', '-C', '-f', pom, `${plugin}:${goal}`, '-DincludeScope=runtime', ...settings];
  await new Promise<void>((done, failed) => {
    const child = spawn('mvn', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      read(chunk.toString());
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error: NodeJS.ErrnoException) => failed(error.code === 'ENOENT' ? noMaven() : error));
    child.once('close', (code) => (code === 0 ? done() : failed(mavenFailed(output))));
  });
}

export const noMaven = (): KafkaError =>
  new KafkaError(
    'NO_MAVEN',
    'Kafka is fetched once by Maven, and there is no "mvn" on the PATH: install Maven, or set KAFKA_MAVEN_URL to the base address of a Maven repository, or KAFKA_BROKERS to a Kafka that runs already.',
  );

function mavenFailed(output: string): KafkaError {
  const errors = output.split('\n').filter((line) => line.includes('ERROR'));
  return new KafkaError('FETCH_FAILED', `Maven could not fetch Kafka: ${(errors[0] ?? output.slice(-500)).trim()}`);
}

function pomOf(dependencies: readonly Dependency[]): string {
  const entries = dependencies.map(({ coordinates, transitive }) => {
    const [group, artifact, version] = coordinates.split(':');
    const alone = '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';
    return `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${transitive ? '' : alone}</dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>fivepoint</groupId><artifactId>kafka-on-this-machine</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
${entries.join('\n')}
  </dependencies>
</project>
`;
}
