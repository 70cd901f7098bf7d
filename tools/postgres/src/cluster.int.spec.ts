import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../../libs/testing/src/eventually';
import { otherProcess, type OtherProcess } from '../../../libs/testing/src/other-process';
import { connected, discardCluster, startCluster, throwAwaySettings, type Cluster, type ClusterOptions } from './index';
import { isAlive } from './pid-file';
import { freePort } from './port';

const asRoot = process.getuid?.() === 0;
const onlyAsRoot = asRoot ? it : it.skip;
const withFewerRights = asRoot && existsSync('/usr/bin/setpriv') ? it : it.skip;

describe('a cluster', () => {
  let base: string;
  let dataDir: string;
  let said: string[];
  const started: Cluster[] = [];
  const drivers: OtherProcess[] = [];

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'cluster-'));
    await chmod(base, 0o755);
    dataDir = join(base, 'data');
    said = [];
  });

  afterEach(async () => {
    for (const driver of drivers.splice(0)) await driver.end();
    for (const cluster of started.splice(0)) await cluster.stop();
    // The server may need a moment to notice that its owner was killed.
    await eventually(async () => expect(await discardCluster(dataDir)).toBe(true));
    await rm(base, { recursive: true, force: true });
  });

  async function start(options: Partial<ClusterOptions> = {}): Promise<Cluster> {
    const log = (message: string): number => said.push(message);
    const cluster = await startCluster({ dataDir, settings: throwAwaySettings, log, ...options });
    started.push(cluster);
    return cluster;
  }

  /** Another process that starts a cluster on the folder and then lives on until it is killed. */
  async function startElsewhere(identity: { uid?: number; gid?: number } = {}): Promise<Elsewhere> {
    const code = `
      const { startCluster, throwAwaySettings: settings } = require(${JSON.stringify(join(__dirname, 'index.ts'))});
      startCluster({ dataDir: ${JSON.stringify(dataDir)}, settings }).then((cluster) => {
        console.log(JSON.stringify({ pid: cluster.pid, url: cluster.superuserUrl() }));
        setInterval(() => undefined, 1000);
      });`;
    const driver = await otherProcess(code, identity);
    drivers.push(driver);
    return { ...(JSON.parse(driver.firstLine) as { pid: number; url: string }), driver };
  }

  it('is made on the first start: UTF-8, sorted by code point, checksums, a password for all', async () => {
    const cluster = await start();
    const { rows } = await ask(
      cluster.superuserUrl(),
      `select datlocale as locale, pg_encoding_to_char(encoding) as encoding, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone
         from pg_database where datname = 'postgres'`,
    );
    expect(rows).toEqual([{ locale: 'C.UTF-8', encoding: 'UTF8', checksums: 'on', listens: '127.0.0.1', zone: 'UTC' }]);
    const password = join(dataDir, 'pgdata', 'fivepoint.password');
    expect((await stat(password)).mode & 0o777).toBe(0o600);
    expect(cluster.superuserUrl()).toContain((await readFile(password, 'utf8')).trim());
    await expect(ask(`postgresql://postgres:wrong@127.0.0.1:${cluster.port}/postgres`, 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(said).toEqual([]);
  });

  it('keeps port, password and what was committed over restart, stop and SIGKILL', async () => {
    const cluster = await start({ settings: { shared_buffers: '16MB' } });
    const url = cluster.superuserUrl();
    await ask(url, 'create table kept (n int)');
    await ask(url, 'insert into kept values (1)');
    const { pid } = cluster;
    await cluster.restart();
    expect(cluster.pid).not.toBe(pid);
    await ask(url, 'insert into kept values (2)');
    await cluster.kill();
    expect(cluster.pid).toBe(0);
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await cluster.restart();
    await ask(url, 'insert into kept values (3)');
    await cluster.stop();
    await cluster.stop();

    const again = await start();
    expect(again.superuserUrl()).toBe(url);
    expect((await ask(url, 'select n from kept order by n')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('is taken over from a process that was killed, with its connections and data', async () => {
    const other = await startElsewhere();
    await ask(other.url, 'create table kept (n int)');
    await other.driver.end();
    expect(isAlive(other.pid)).toBe(true);

    const cluster = await start();
    expect({ pid: cluster.pid, url: cluster.superuserUrl() }).toEqual({ pid: other.pid, url: other.url });
    expect(said.join()).toContain(`process ${other.pid}`);
    await ask(cluster.superuserUrl(), 'select from kept');
    await cluster.stop();
    await expect(ask(other.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is started again when it was left running with other settings or on another port', async () => {
    const other = await startElsewhere();
    await other.driver.end();
    const port = await freePort();
    const cluster = await start({ port, settings: { ...throwAwaySettings, max_connections: 17 } });
    expect(cluster.port).toBe(port);
    expect((await ask(cluster.superuserUrl(), 'show max_connections')).rows).toEqual([{ max_connections: '17' }]);
  });

  it('is not shared: a second process is told who drives it', async () => {
    const other = await startElsewhere();
    await expect(start()).rejects.toMatchObject({
      code: 'IN_USE',
      message: expect.stringMatching(`process ${other.driver.child.pid}: .*FIVEPOINT_DATA=<folder>`) as string,
    });
    await ask(other.url, 'select 1');
  });

  it('is made once when two start it at the same time', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'IN_USE' } });
  });

  it('names a taken port', async () => {
    const other = await listen();
    await expect(start({ port: other.port })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(`Port ${other.port} `) as string,
    });
    other.server.close();
    expect((await start({ port: other.port })).port).toBe(other.port);
  });

  it('moves to another port when nobody asked for the taken one', async () => {
    const cluster = await start();
    const { port } = cluster;
    await cluster.stop();
    const other = await listen(port);
    const again = await start();
    other.server.close();
    expect(again.port).not.toBe(port);
    expect(said.join()).toContain(`Port ${port} of the last start is taken`);
  });

  it('starts though its pid file names a process that is no PostgreSQL', async () => {
    const cluster = await start();
    await cluster.kill();
    const bystander = spawn('sleep', ['60'], asRoot ? { uid: 65534, gid: 65534 } : {});
    const file = join(dataDir, 'pgdata', 'postmaster.pid');
    const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [String(bystander.pid), ...rest].join('\n'));
    await cluster.restart();
    await ask(cluster.superuserUrl(), 'select 1');
    // Not taken for a server, and so not stopped in its place.
    expect(bystander.kill()).toBe(true);
  });

  it('starts though a loss of power left an empty pid file', async () => {
    const cluster = await start();
    await cluster.kill();
    const file = join(dataDir, 'pgdata', 'postmaster.pid');
    await truncate(file, 0);
    await utimes(file, new Date(), new Date(Date.now() - 60_000));
    await cluster.restart();
    await ask(cluster.superuserUrl(), 'select 1');
  });

  it('says what is wrong with a damaged folder and leaves it as it is', async () => {
    const cluster = await start();
    await cluster.stop();
    const control = join(dataDir, 'pgdata', 'global', 'pg_control');
    const bytes = await readFile(control);
    await writeFile(control, Buffer.alloc(bytes.length, 1));
    await expect(start()).rejects.toMatchObject({ code: 'FOLDER_CORRUPT' });
    await rename(control, `${control}.away`);
    await expect(start()).rejects.toMatchObject({
      code: 'FOLDER_CORRUPT',
      message: expect.stringContaining('pg_control') as string,
    });
    await rename(`${control}.away`, control);
    await writeFile(control, bytes);
    await writeFile(join(dataDir, 'pgdata', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('made by PostgreSQL 17, this is 18');
    await writeFile(join(dataDir, 'pgdata', 'PG_VERSION'), '18\n');
    await start();
  });

  it('removes what a killed first start left half made', async () => {
    const abandoned = join(dataDir, '.init-2147483647-x', 'pgdata');
    await mkdir(abandoned, { recursive: true });
    await start();
    await expect(stat(abandoned)).rejects.toThrow('ENOENT');
  });

  onlyAsRoot('lives elsewhere, and says so, when its folder is out of reach for the server', async () => {
    await chmod(base, 0o700);
    const cluster = await start();
    expect(cluster.dataDir).not.toBe(dataDir);
    expect(said.join()).toContain(`${cluster.dataDir} instead`);
    await ask(cluster.superuserUrl(), 'create table kept (n int)');
    await cluster.stop();
    const again = await start();
    expect(again.dataDir).toBe(cluster.dataDir);
    await ask(again.superuserUrl(), 'select from kept');
  });

  withFewerRights('needs no look into processes of other users, which root in a container may not take', async () => {
    const code = `
      const { startCluster, throwAwaySettings: settings } = require(${JSON.stringify(join(__dirname, 'index.ts'))});
      startCluster({ dataDir: ${JSON.stringify(dataDir)}, settings }).then(async (cluster) => {
        await cluster.restart();
        await cluster.kill();
        await cluster.restart();
        await cluster.stop();
        console.log('stopped');
      });`;
    const { firstLine } = await otherProcess(code, { through: ['setpriv', '--bounding-set', '-sys_ptrace'] });
    expect(firstLine).toBe('stopped');
  });

  onlyAsRoot('is run by its owner when another user made it', async () => {
    // daemon: PostgreSQL cannot be set up by a user without a name.
    const user = { uid: 1, gid: 1 };
    await chown(base, user.uid, user.gid);
    const other = await startElsewhere(user);
    await other.driver.end();
    const cluster = await start();
    await cluster.restart();
    expect((await stat(`/proc/${cluster.pid}`)).uid).toBe(user.uid);
    await ask(cluster.superuserUrl(), 'select 1');
  });
});

interface Elsewhere {
  readonly driver: OtherProcess;
  /** of the server, not of the process that drives it */
  readonly pid: number;
  readonly url: string;
}

const ask = (url: string, sql: string) => connected(url, (client) => client.query<Record<string, unknown>>(sql));

async function listen(wanted = 0): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}
