import { once } from 'node:events';
import { Pool } from 'pg';
import { connected } from '../../../tools/postgres/src/index';
import { ownCluster } from './own-cluster';
import { serverOfRun, testDatabase } from './test-database';

const service = 'spec-testing';

describe('the database of a spec', () => {
  it('is a copy of the one that only the first migrates, with the rights of the service', async () => {
    let migrations = 0;
    const template = 'counted';
    const migrate = async (ownerUrl: string): Promise<void> => {
      migrations++;
      await ask(ownerUrl, 'create table thing (n int)');
      await ask(ownerUrl, 'grant select on thing to spec_testing_relay');
    };
    const [one, other] = await Promise.all([
      testDatabase(service, { migrate, template }),
      testDatabase(service, { migrate, template }),
    ]);
    expect(migrations).toBe(1);
    expect(one.name).not.toBe(other.name);
    await ask(one.appUrl, 'insert into thing values (1)');
    expect(await ask(one.relayUrl, 'select n from thing')).toEqual([{ n: 1 }]);
    expect(await ask(other.appUrl, 'select n from thing')).toEqual([]);
    // New tables in the copy follow the same rules.
    await ask(one.ownerUrl, 'create table later (n int)');
    await ask(one.appUrl, 'select from later');
    await expect(ask(one.relayUrl, 'select from later')).rejects.toThrow('permission denied');
    // The rights to connect are not copied by PostgreSQL: they must be given anew.
    const stranger = await testDatabase('spec-stranger', { migrate: async () => undefined });
    const intruder = new URL(stranger.appUrl);
    intruder.pathname = `/${one.name}`;
    await expect(ask(intruder.toString(), 'select 1')).rejects.toThrow('permission denied for database');
    for (const database of [one, other, stranger]) await database.drop();
    await expect(ask(one.appUrl, 'select 1')).rejects.toThrow('does not exist');
  });

  it('is dropped when the connections of a pool that has ended are closed, so that none is cut', async () => {
    const database = await testDatabase(service, { migrate: async () => undefined, template: 'pools' });
    const pool = new Pool({ connectionString: database.superuserUrl, max: 1 });
    const cut: Error[] = [];
    pool.on('error', (error) => cut.push(error));
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const pid = rows[0]!.pid;
    // The server takes its time to read that the client has gone.
    process.kill(pid, 'SIGSTOP');
    const closed = once(pool, 'remove');
    await pool.end();
    setTimeout(() => process.kill(pid, 'SIGCONT'), 200);
    await database.drop();
    await closed;
    expect(cut).toEqual([]);
  });

  it('leaves no template behind when its migration fails, so that the next one tries again', async () => {
    const template = 'failing';
    const failing = async (ownerUrl: string): Promise<void> => {
      await ask(ownerUrl, 'create table half (n int)');
      throw new Error('This migration is wrong.');
    };
    await expect(testDatabase(service, { migrate: failing, template })).rejects.toThrow('This migration is wrong.');
    const database = await testDatabase(service, { migrate: async () => undefined, template });
    await expect(ask(database.appUrl, 'select from half')).rejects.toThrow('does not exist');
    await database.drop();
  });

  it('may live on a server of the spec that can be killed, and keeps what was committed', async () => {
    const server = await ownCluster();
    const migrate = (ownerUrl: string): Promise<unknown> => ask(ownerUrl, 'create table thing (n int)');
    const database = await testDatabase(service, { migrate: async (url) => void (await migrate(url)), server });
    await ask(database.appUrl, 'insert into thing values (7)');
    await server.kill();
    await server.restart();
    expect(await ask(database.appUrl, 'select n from thing')).toEqual([{ n: 7 }]);
    expect(database.appUrl).not.toContain(new URL(serverOfRun().superuserUrl()).port);
    await server.discard();
    await expect(ask(database.appUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return connected(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}
