import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts, type Artifacts } from './artifacts';
import { copyDependencies, listDependencies } from './maven';

/**
 * `node -r @swc-node/register tools/kafka/src/lock-main.ts [version]`: writes artifacts.json for a version of Kafka. Look at the difference
 * before it is committed: from then on exactly these files are trusted.
 */
async function main(): Promise<void> {
  const version = process.argv[2] ?? artifacts.version;
  const work = await mkdtemp(join(tmpdir(), 'kafka-lock-'));
  const folder = join(work, 'jars');
  try {
    const dependencies = [
      { coordinates: `org.apache.kafka:kafka_2.13:${version}`, transitive: true },
      // The command line tools need nothing beyond the broker's jars for topics, groups, producing and consuming.
      { coordinates: `org.apache.kafka:kafka-tools:${version}`, transitive: false },
      // Without it the broker logs nothing, not even why it does not start.
      { coordinates: 'org.slf4j:slf4j-simple:1.7.36', transitive: false },
    ];
    const options = { folder, work, env: process.env };
    await copyDependencies(dependencies, options);
    const coordinates = await listDependencies(dependencies, options);
    const list: Artifacts = { version, artifacts: await Promise.all(coordinates.map((each) => pinned(each, folder))) };
    if ((await readdir(folder)).length !== list.artifacts.length)
      throw new Error('Maven copied other files than it lists');
    await writeFile(join(__dirname, '..', 'artifacts.json'), `${JSON.stringify(list, null, 2)}\n`);
    console.log(`artifacts.json: Kafka ${version}, ${list.artifacts.length} files`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pinned(coordinates: string, folder: string) {
  const [, artifact, version] = coordinates.split(':');
  const content = await readFile(join(folder, `${artifact}-${version}.jar`));
  return { coordinates, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

void main();
