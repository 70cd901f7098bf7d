import { serverOfRun } from '../../../libs/testing/src/test-database';
import { connected, createServiceDatabase, dropServiceDatabase, serverAt, serviceDatabaseUrls } from './index';

const service = 'spec-house';
const neighbour = 'spec-neighbour';

describe('the database of a service', () => {
  const server = serverOfRun();

  afterEach(async () => {
    await dropServiceDatabase(server, service);
    await dropServiceDatabase(server, neighbour);
  });

  it('is made with an owner who migrates, an app that reads and writes rows, a relay that is granted nothing', async () => {
    const { ownerUrl, appUrl, relayUrl } = await createServiceDatabase(server, service);
    await ask(ownerUrl, 'create table thing (id bigint generated always as identity primary key, name text)');
    await ask(ownerUrl, 'create sequence counter');

    await ask(appUrl, "insert into thing (name) values ('a'), ('b')");
    await ask(appUrl, "update thing set name = 'c' where name = 'a'");
    await ask(appUrl, "delete from thing where name = 'b'");
    await ask(appUrl, "select nextval('counter')");
    expect(await ask(appUrl, 'select id, name from thing')).toEqual([{ id: '1', name: 'c' }]);
    for (const ddl of [
      'create table other (n int)',
      'truncate thing',
      'drop table thing',
      'create temp table t (n int)',
    ]) {
      await expect(ask(appUrl, ddl)).rejects.toThrow(/permission denied|must be owner/);
    }

    await expect(ask(relayUrl, 'select from thing')).rejects.toThrow('permission denied for table thing');
    await ask(ownerUrl, 'grant select on thing to spec_house_relay');
    expect(await ask(relayUrl, 'select name from thing')).toEqual([{ name: 'c' }]);
  });

  it('has roles that nothing but their own rights can carry past row-level security', async () => {
    await createServiceDatabase(server, service);
    const roles = await ask(
      server.superuserUrl(),
      `select rolname as role, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
         from pg_roles where rolname like 'spec\\_house\\_%' order by rolname`,
    );
    expect(roles).toEqual(['app', 'owner', 'relay'].map((role) => ({ role: `spec_house_${role}`, mighty: false })));
  });

  it('is closed to the roles of other services', async () => {
    const ours = await createServiceDatabase(server, service);
    await createServiceDatabase(server, neighbour);
    const intruder = new URL(ours.appUrl);
    intruder.pathname = '/spec_neighbour';
    await expect(ask(intruder.toString(), 'select 1')).rejects.toThrow('permission denied for database');
  });

  it('sorts by code point, whatever the locale of the server', async () => {
    const { appUrl } = await createServiceDatabase(server, service);
    const rows = await ask(appUrl, "select name from (values ('é'), ('Z'), ('a'), ('合同')) as t (name) order by name");
    expect(rows.map(({ name }) => name)).toEqual(['Z', 'a', 'é', '合同']);
  });

  it('is made again without harm, also by many at once, and gets its passwords back', async () => {
    const first = await createServiceDatabase(server, service);
    await ask(first.ownerUrl, 'create table kept (n int)');
    await ask(server.superuserUrl(), "alter role spec_house_app password 'changed'");
    await expect(ask(first.appUrl, 'select 1')).rejects.toThrow('password authentication failed');
    const again = await Promise.all(Array.from({ length: 8 }, () => createServiceDatabase(server, service)));
    expect(again).toEqual(Array.from({ length: 8 }, () => first));
    expect(serviceDatabaseUrls(server, service)).toEqual(first);
    await ask(first.appUrl, 'select from kept');
  });

  it('takes the passwords of a deployment on a server that others run', async () => {
    const external = serverAt(server.superuserUrl(), (role) => `p@ss/${role}'"%`);
    const { appUrl } = await createServiceDatabase(external, service);
    expect(await ask(appUrl, 'select current_user as me')).toEqual([{ me: 'spec_house_app' }]);
  });

  it('is dropped with its roles, though somebody is connected, and once more without harm', async () => {
    const { appUrl } = await createServiceDatabase(server, service);
    await connected(appUrl, async () => dropServiceDatabase(server, service));
    await dropServiceDatabase(server, service);
    expect(
      await ask(
        server.superuserUrl(),
        "select datname from pg_database where datname = 'spec_house' union all select rolname from pg_roles where rolname like 'spec\\_house%'",
      ),
    ).toEqual([]);
  });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return connected(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}
