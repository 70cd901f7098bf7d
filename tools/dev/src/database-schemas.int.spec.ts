import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, type ServiceDefinition } from '@fivepoint/service';
import { testDatabase, type TestDatabase } from '@fivepoint/testing';
import { serviceNamed, services } from '../../local/src/services';
import { repositoryRoot } from '../../local/src/settings';
import { connected, rolesOf } from '../../postgres/src/index';
import { databaseSchemaOf, databaseSchemaPath } from './database-schema';
import { tableProblems, wallProblems } from './spec/tenant-walls';

const opened: TestDatabase[] = [];

async function migrated(definition: ServiceDefinition): Promise<TestDatabase> {
  const database = await testDatabase(definition.name, {
    migrate: async (ownerUrl) => {
      await migrate(definition, ownerUrl);
    },
  });
  opened.push(database);
  return database;
}

afterAll(async () => {
  for (const database of opened) await database.drop();
});

const checkedIn = (name: string): string => readFileSync(join(repositoryRoot, databaseSchemaPath(name)), 'utf8');
const run = (url: string, sql: string) => connected(url, (client) => client.query(sql));

/** What may be without an owner, for now or for good. What a service only keeps of others' words is none of it. */
const nobodys = {
  planning: ['account', 'contact', 'plan', 'rebalancing', 'rehearsal', 'support_action'],
  acquisition: ['lead'],
  deal: [],
  receivables: ['receipt'],
  'customer-success': ['referral'],
};

describe.each(services.map((definition) => [definition.name, definition] as const))(
  'the database of %s',
  (_, definition) => {
    let database: TestDatabase;

    beforeAll(async () => {
      database = await migrated(definition);
    });

    it('is what schema.sql says, and what the entities say', async () => {
      const { sql, drift } = await databaseSchemaOf(definition, database.ownerUrl);
      expect(sql).toBe(checkedIn(definition.name));
      expect(drift).toEqual([]);
    });

    it('knows whose everything is, but what may be nobody: only of that may an event leave the owner out', async () => {
      const { rows } = await run(
        database.ownerUrl,
        `select distinct table_name as name from information_schema.columns
         where table_schema = 'public' and column_name in ('owner_id', 'team') and is_nullable = 'YES'
           and table_name not in ('booked_contract', 'master_data', 'pipeline_case', 'timeline_entry') order by 1`,
      );
      expect(rows.map(({ name }: { name: string }) => name)).toEqual(nobodys[definition.name]);
    });

    it('can be made from schema.sql alone', async () => {
      const empty = await testDatabase(definition.name, { migrate: async () => undefined, template: 'empty' });
      opened.push(empty);
      const { owner, app } = rolesOf(definition.name);
      // The grants stand in the file; what new tables would get besides is taken back.
      await run(
        empty.superuserUrl,
        `alter default privileges for role ${owner} in schema public revoke all on tables from ${app}`,
      );
      await run(empty.ownerUrl, checkedIn(definition.name));
      expect((await databaseSchemaOf(definition, empty.ownerUrl)).sql).toBe(checkedIn(definition.name));
    });

    it('keeps every table by tenant, closed by row-level security', async () => {
      expect(await tableProblems(database)).toEqual([]);
    });

    it.each(['update audit_entry set principal = null', 'delete from audit_entry', 'delete from migrations'])(
      'keeps the app from what must stay as it was written: %s',
      async (sql) => {
        await expect(run(database.appUrl, sql)).rejects.toMatchObject({ code: '42501' });
      },
    );

    it('shows the app no other tenant, and the relay nothing but events', async () => {
      expect(await wallProblems(await migrated(definition))).toEqual([]);
    });
  },
);

describe('a difference', () => {
  const deal = serviceNamed('deal');

  /** What is found once the owner has run some SQL. */
  async function planted<R>(sql: string, find: (database: TestDatabase) => Promise<R>): Promise<R> {
    const database = await migrated(deal);
    await run(database.ownerUrl, sql);
    return find(database);
  }

  it.each([
    ['a column', 'alter table deal add column planted text', '  planted text'],
    ['a default', `alter table deal alter column rival set default 'nobody'`, `  rival text default 'nobody'::text`],
    ['an index', 'create index planted on deal (rival)', 'CREATE INDEX planted ON deal USING btree (rival);'],
    ['a grant', 'grant select on deal to deal_relay', 'grant select on deal to deal_relay;'],
    [
      'a grant on one column',
      'grant update (type) on outbox to deal_relay',
      'grant delete, select, update (position, type) on outbox to deal_relay;',
    ],
    ['a reference', 'alter table deal add constraint planted foreign key (tenant_id, id) references deal', 'planted'],
    ['a function', `create function planted() returns int language sql as 'select 1'`, 'public.planted()'],
  ])('of %s is seen in schema.sql', async (_what, sql, line) => {
    const schema = await planted(sql, async ({ ownerUrl }) => (await databaseSchemaOf(deal, ownerUrl)).sql);
    expect(checkedIn('deal')).not.toContain(line);
    expect(schema).toContain(line);
  });

  it.each([
    ['alter table deal rename column rival to winner', ['Deal.rival: deal has no column rival']],
    [
      'alter table deal alter column stage drop not null',
      ['Deal.stage: nullable is false in the entity, true in the table'],
    ],
    [
      'alter table deal alter column amount_minor set not null',
      ['Deal.amount.minor: nullable is true in the entity, false in the table'],
    ],
    [
      'alter table deal alter column rival type varchar(9)',
      ['Deal.rival: type is text in the entity, character varying in the table'],
    ],
    ['alter table deal add column planted int not null', ['Deal: nothing writes deal.planted, which must not be null']],
    ['drop table contract', ['Contract: there is no table contract']],
  ])('between entities and tables is named: %s', async (sql, problems) => {
    expect(await planted(sql, async ({ ownerUrl }) => (await databaseSchemaOf(deal, ownerUrl)).drift)).toEqual(
      problems,
    );
  });

  it.each([
    [
      'create table planted (id uuid primary key); alter table planted enable row level security',
      ['planted: its primary key does not begin with tenant_id'],
    ],
    ['alter table deal disable row level security', ['deal: has no row-level security']],
    [
      'alter table relay_state add column tenant_id uuid, drop constraint relay_state_pkey, add primary key (tenant_id)',
      ['relay_state: is kept by tenant and needs no exception'],
    ],
  ])('of a table without tenants is named: %s', async (sql, problems) => {
    const empty = `delete from relay_state; ${sql}`;
    expect(await planted(empty, tableProblems)).toEqual(problems);
  });

  const ofApp = `tenant_id = nullif(current_setting('app.tenant', true), '')::uuid`;
  it.each([
    [
      'alter table deal disable row level security',
      [
        'app sees rows of another tenant in deal',
        'app sees rows without having named a tenant in deal',
        'app writes rows of another tenant in deal',
        'app changes rows of another tenant in deal',
        'app gives its rows to another tenant in deal',
        'app deletes rows of another tenant in deal',
      ],
    ],
    [`alter policy tenant on deal with check (true)`, ['app writes rows of another tenant in deal']],
    [
      `alter policy tenant on deal using (${ofApp} or nullif(current_setting('app.tenant', true), '') is null)`,
      ['app sees rows without having named a tenant in deal'],
    ],
    ['drop policy tenant on deal', ['app does not see its own rows in deal']],
    ['grant select on relay_state to deal_app', ['app may read relay_state']],
    ['grant select, delete on deal to deal_relay', ['relay may read deal', 'relay may delete from deal']],
  ])('in the walls between tenants is named: %s', async (sql, problems) => {
    expect(await planted(sql, wallProblems)).toEqual(problems);
  });
});
