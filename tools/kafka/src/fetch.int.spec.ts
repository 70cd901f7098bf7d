import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artifacts } from './artifacts';
import { artifacts, fileName, repositoryPath } from './artifacts';
import { fetchKafka } from './fetch';
import { findJava } from './java';

const content: Record<string, string> = {
  'org.example:one:1.0': 'the first file',
  'org.example.sub:two:2.1': 'the second',
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const list: Artifacts = {
  version: '9.9.9',
  artifacts: Object.entries(content).map(([coordinates, text]) => ({
    coordinates,
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
  })),
};

describe('fetching Kafka', () => {
  let folder: string;
  let server: Server;
  let asked: string[];
  let answer: (path: string) => string | null;
  const env = () => ({
    FIVEPOINT_KAFKA_CACHE: join(folder, 'cache'),
    KAFKA_MAVEN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/repository/`,
  });
  const byPath = (path: string) => {
    const found = list.artifacts.find((artifact) => path === `/repository/${repositoryPath(artifact)}`);
    return found ? (content[found.coordinates] ?? null) : null;
  };
  const left = () => readdir(join(folder, 'cache'));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fivepoint-fetch-'));
    asked = [];
    answer = byPath;
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const text = answer(url);
      response.writeHead(text === null ? 404 : 200).end(text ?? 'no such file');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  it('takes each file from its place in a Maven repository, and later from the cache', async () => {
    const jars = await fetchKafka({ env: env(), artifacts: list });
    expect(asked.sort()).toEqual([
      '/repository/org/example/one/1.0/one-1.0.jar',
      '/repository/org/example/sub/two/2.1/two-2.1.jar',
    ]);
    expect(await Promise.all(jars.classpath.map((file) => readFile(file, 'utf8')))).toEqual(Object.values(content));
    answer = () => null;
    expect(await fetchKafka({ env: env(), artifacts: list })).toEqual(jars);
    expect(asked).toHaveLength(2);
  });

  it('refuses a file with other content of the same size, and keeps nothing', async () => {
    answer = (path) => byPath(path)?.replace('second', 'secnod') ?? null;
    await expect(fetchKafka({ env: env(), artifacts: list })).rejects.toMatchObject({
      code: 'CHECKSUM',
      message: expect.stringContaining('org.example.sub:two:2.1'),
    });
    expect(await left()).toEqual([]);
    answer = byPath;
    await fetchKafka({ env: env(), artifacts: list });
  });

  it('says which address did not have a file', async () => {
    answer = () => null;
    await expect(fetchKafka({ env: env(), artifacts: list })).rejects.toMatchObject({
      code: 'FETCH_FAILED',
      message: expect.stringContaining('-1.0.jar answered 404'),
    });
    expect(await left()).toEqual([]);
  });

  it('fetches once when several ask at the same time', async () => {
    const all = await Promise.all([1, 2, 3].map(() => fetchKafka({ env: env(), artifacts: list })));
    expect(asked).toHaveLength(2);
    expect(new Set(all.map((jars) => jars.folder)).size).toBe(1);
  });

  it('does not wait for a process that was killed while it fetched', async () => {
    await mkdir(join(folder, 'cache'));
    await writeFile(join(folder, 'cache', '.fetching'), JSON.stringify({ pid: process.pid, began: 'at another time' }));
    await fetchKafka({ env: env(), artifacts: list });
    expect(asked).toHaveLength(2);
  });

  it('fetches again when a file is missing from the cache', async () => {
    const jars = await fetchKafka({ env: env(), artifacts: list });
    await rm(jars.classpath[0] ?? '');
    await fetchKafka({ env: env(), artifacts: list });
    expect(asked).toHaveLength(4);
  });

  it('names Maven, and what else would do, where there is none', async () => {
    const nothing = { FIVEPOINT_KAFKA_CACHE: join(folder, 'cache'), PATH: folder };
    await expect(fetchKafka({ env: nothing, artifacts: list })).rejects.toMatchObject({
      code: 'NO_MAVEN',
      message: expect.stringMatching(/install Maven.*KAFKA_MAVEN_URL.*KAFKA_BROKERS/),
    });
  });

  it('names Java where there is none, or an older one', async () => {
    await expect(findJava({ PATH: folder })).rejects.toMatchObject({
      code: 'NO_JAVA',
      message: 'Kafka needs Java 17 or newer, and the PATH has no working java.',
    });
    await mkdir(join(folder, 'bin'));
    await writeFile(join(folder, 'bin', 'java'), `#!/bin/sh\necho 'openjdk version "11.0.2" 2019-01-15' >&2\n`);
    await chmod(join(folder, 'bin', 'java'), 0o755);
    await expect(findJava({ JAVA_HOME: folder })).rejects.toMatchObject({
      code: 'NO_JAVA',
      message: `Kafka needs Java 17 or newer, and JAVA_HOME (${folder}) has openjdk version "11.0.2" 2019-01-15.`,
    });
  });
});

describe('the list of files that are Kafka', () => {
  it('is one version of Kafka with its command line tools, each file once and pinned', () => {
    const names = artifacts.artifacts.map(fileName);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([`kafka_2.13-${artifacts.version}.jar`, `kafka-tools-${artifacts.version}.jar`]),
    );
    for (const { sha256, bytes } of artifacts.artifacts) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(0);
    }
  });
});
