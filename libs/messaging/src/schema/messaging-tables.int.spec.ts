import { uuidv7 } from '@fivepoint/kernel';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { messagingChanges, messagingTables, rolesOf } from '../index';
import { fact, signed, type SpecService, specService, tenant } from '../spec/house';
import { tableNames } from './tables';

describe('the tables of messaging', () => {
  let deal: SpecService;
  let relay: Pool;

  beforeAll(async () => {
    deal = await specService('deal');
    relay = new Pool({ connectionString: deal.database.relayUrl, max: 1 });
    await deal.emit([fact(signed, 'k')]);
    await deal.look(
      `insert into inbox_stream (tenant_id, consumer, key, topic, state) values ($1, 'deal', 'k', 'fivepoint.planning', 'IDLE')`,
      [tenant],
    );
    await deal.look(
      `insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope)
        values ($1, 'deal', $2, 'fivepoint.planning', 'k', 1, 't', 'PARKED', '{}')`,
      [tenant, uuidv7()],
    );
    await deal.look(
      `insert into inbox_rejected (tenant_id, consumer, topic, source_position, headers, reason)
        values ($1, 'deal', 't', '1', '{}', 'r'), (null, 'deal', 't', '2', '{}', 'r')`,
      [tenant],
    );
  });
  afterAll(async () => {
    await relay.end();
    await deal.stop();
  });

  const asApp = (sql: string, tenantId: string | null = tenant): Promise<unknown[]> =>
    deal.dataSource.transaction(async (manager) => {
      if (tenantId) await manager.query(`set local app.tenant = '${tenantId}'`);
      return (await manager.query(sql)) as unknown[];
    });

  it('give each role what it needs and nothing else', async () => {
    const grants = await deal.look<{ who: string; tbl: string; what: string }>(`
      select role as who, tbl, string_agg(what, ', ' order by what) as what from (
        select substring(grantee from '[a-z]+$') as role, table_name as tbl, lower(privilege_type) as what
        from information_schema.role_table_grants where grantee in ('deal_app', 'deal_relay')
        union
        select substring(grantee from '[a-z]+$'), table_name, lower(privilege_type) || '(' || column_name || ')'
        from information_schema.role_column_grants c where grantee in ('deal_app', 'deal_relay') and not exists (
          select from information_schema.role_table_grants t
          where t.grantee = c.grantee and t.table_name = c.table_name and t.privilege_type = c.privilege_type)
      ) as granted where tbl <> 'effect' group by role, tbl order by role, tbl`);
    expect(
      grants.filter(({ tbl }) => tbl !== 'migrations').map(({ who, tbl, what }) => `${who}: ${tbl}: ${what}`),
    ).toEqual([
      'app: event_stream: insert, select, update',
      'app: inbox: delete, select, update',
      'app: inbox_rejected: select',
      'app: inbox_stream: select, update',
      'app: outbox: insert, select',
      'relay: event_stream: select',
      'relay: in_process_cursor: insert, select, update',
      'relay: inbox: delete, insert, select, update',
      'relay: inbox_absence: delete, insert, select, update',
      'relay: inbox_rejected: delete, insert, select',
      'relay: inbox_stream: insert, select, update',
      'relay: outbox: delete, select, update(position)',
      'relay: relay_publication: insert, select, update',
      'relay: relay_state: select, update(last_position), update(pruned_until)',
    ]);
  });

  it('are all closed by row-level security', async () => {
    const tables = await deal.look<{ relname: string; relrowsecurity: boolean }>(
      `select relname, relrowsecurity from pg_class where relname = any($1) order by relname`,
      [tableNames],
    );
    expect(tables).toEqual([...tableNames].sort().map((relname) => ({ relname, relrowsecurity: true })));
  });

  it.each(['event_stream', 'outbox', 'inbox_stream', 'inbox', 'inbox_rejected'])(
    'show the app %s of its own tenant only',
    async (table) => {
      expect(await asApp(`select from ${table}`)).toHaveLength(1);
      expect(await asApp(`select from ${table}`, uuidv7())).toHaveLength(0);
      expect(await asApp(`select from ${table}`, null)).toHaveLength(0);
    },
  );

  it.each([
    `update outbox set position = 1`,
    `delete from outbox`,
    `insert into inbox_stream (tenant_id, consumer, key, topic, state) values ('${tenant}', 'c', 'k', 't', 'IDLE')`,
    `insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope)
      values ('${tenant}', 'c', '${uuidv7()}', 't', 'k', 1, 't', 'DONE', '{}')`,
    `delete from inbox_rejected`,
    `select from relay_state`,
    `select from relay_publication`,
    `select from in_process_cursor`,
  ])('keep the app from: %s', async (sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied/);
  });

  it.each([
    'update event_stream set last_sequence = 0',
    'select from effect',
    `update outbox set envelope = '{}'`,
    'update relay_state set log_id = gen_random_uuid()',
    'insert into outbox default values',
  ])('keep the relay from: %s', async (sql) => {
    await expect(relay.query(sql)).rejects.toThrow(/permission denied/);
  });

  it('let the relay see all tenants', async () => {
    const seen = await Promise.all(
      ['event_stream', 'outbox', 'inbox', 'inbox_rejected'].map((table) => relay.query(`select from ${table}`)),
    );
    expect(seen.map(({ rowCount }) => rowCount)).toEqual([1, 1, 1, 2]);
  });

  it('get what has changed since in a database that was made before, as in a new one', async () => {
    const roles = rolesOf('deal');
    const old = await specService('deal');
    const url = new URL(old.database.superuserUrl).href;
    const dataSource = new DataSource({
      ...{ type: 'postgres', url, migrations: [messagingTables(roles), ...messagingChanges(roles)] },
    });
    await dataSource.initialize();
    for (const _one of messagingChanges(roles)) await dataSource.undoLastMigration();
    await old.emit([fact(signed, 'k')]);
    const asRelay = async (sql: string) => {
      const pool = new Pool({ connectionString: old.database.relayUrl, max: 1 });
      return (await pool.query(sql).finally(() => pool.end())).rowCount;
    };
    const given = ['select from event_stream', 'delete from inbox_rejected where false'];
    for (const sql of given) await expect(asRelay(sql)).rejects.toThrow(/permission denied/);
    await dataSource.runMigrations();
    expect([await asRelay(given[0]!), await asRelay(given[1]!)]).toEqual([1, 0]);
    await dataSource.destroy();
    await old.stop();
  });

  it('can be taken back', async () => {
    const roles = rolesOf('deal');
    const fresh = await specService('deal');
    const owner = new URL(fresh.database.superuserUrl);
    const migrations = [messagingTables(roles), ...messagingChanges(roles)];
    const dataSource = new DataSource({ type: 'postgres', url: owner.href, migrations });
    await dataSource.initialize();
    for (const _one of migrations) await dataSource.undoLastMigration();
    expect(await fresh.look('select from pg_class where relname = any($1)', [tableNames])).toEqual([]);
    await dataSource.runMigrations();
    await dataSource.destroy();
    await fresh.stop();
  });

  it('belong to the roles of their service', () => {
    expect(rolesOf('customer-success')).toEqual({
      owner: 'customer_success_owner',
      app: 'customer_success_app',
      relay: 'customer_success_relay',
    });
  });
});
