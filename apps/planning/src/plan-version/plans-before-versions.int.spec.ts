import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { DataSource } from 'typeorm';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';

describe('plans from before there were versions', () => {
  it('are version 1 of themselves, with their lines as they are, and the plays that are shipped; and so they are again', async () => {
    const database = await databaseBefore('PlanVersions');
    const dataSource = new DataSource({ type: 'postgres', url: database.superuserUrl });
    await dataSource.initialize();
    const [tenant, rep, account, product, line] = Array.from({ length: 5 }, () => uuidv7());
    const statuses = ['DRAFT', 'SUBMITTED', 'APPROVED', 'IN_FORCE', 'CLOSED'];
    const plans = statuses.map(() => uuidv7());
    const base = 'tenant_id, id, version, created_at, correlation_id, origin';
    const values = `$1, $2, 1, '2026-01-02T00:00:00Z', $2, 'LIVE'`;
    await dataSource.query(
      `insert into tenant (tenant_id, id, name, time_zone, currency, created_at) values ($1, $1, 'Acme', 'UTC', 'CNY', now())`,
      [tenant],
    );
    await dataSource.query(`insert into rep (${base}, name, team) values (${values}, 'Li', 'north')`, [tenant, rep]);
    await dataSource.query(`insert into account (${base}, name, level) values (${values}, 'A', 'UNIT')`, [
      tenant,
      account,
    ]);
    await dataSource.query(`insert into product (${base}, name) values (${values}, 'P')`, [tenant, product]);
    for (const [index, status] of statuses.entries())
      await dataSource.query(
        `insert into plan (${base}, owner_id, name, starts_on, ends_on, currency, status, approved_at, approved_as, return_reason)
         values (${values}, $3, $4, '2026-01-01', '2026-12-31', 'CNY', $4, $5, $6, $7)`,
        [
          ...[tenant, plans[index], rep, status],
          ...(index < 2 ? [null, null] : ['2026-01-03T00:00:00Z', 'MANAGER']),
          status === 'DRAFT' ? 'too little' : null,
        ],
      );
    await dataSource.query(
      `insert into plan_line (${base}, owner_id, team, plan_id, account_id, product_id, target_minor, target_currency,
         floor_minor, floor_currency, stretch_minor, stretch_currency)
       values (${values}, $3, 'north', $4, $5, $6, 700, 'CNY', 300, 'CNY', 900, 'CNY')`,
      [tenant, line, rep, plans[3], account, product],
    );

    const plansAndLines = () =>
      Promise.all(['plan', 'plan_line'].map((table) => dataSource.query(`select * from ${table} order by id`)));
    const then: unknown = await plansAndLines();

    await migrate(planning, database.ownerUrl);
    const versions: unknown = await dataSource.query(
      `select v.plan_id, v.number, v.status, v.author_id, v.return_reason, v.approved_as, v.in_force_at is not null as in_force,
         p.current_version_id = v.id as is_current, p.open_version_id = v.id as is_open
       from plan_version v join plan p on p.id = v.plan_id order by v.plan_id`,
    );
    expect(versions).toEqual(
      statuses.map((status, index) => ({
        plan_id: plans[index],
        number: 1,
        status,
        author_id: rep,
        return_reason: status === 'DRAFT' ? 'too little' : null,
        approved_as: index < 2 ? null : 'MANAGER',
        in_force: index > 2,
        is_current: true,
        is_open: index < 2 ? true : null,
      })),
    );
    const lines: unknown = await dataSource.query(
      `select l.standing, v.plan_version_id, v.account_id, v.product_id, v.owner_id, v.team, v.target_minor, v.floor_minor,
         v.stretch_minor, v.play_ids from plan_line l join plan_line_version v on v.plan_line_id = l.id`,
    );
    expect(lines).toEqual([
      {
        ...{ standing: 'PLANNED', plan_version_id: plans[3], account_id: account, product_id: product, owner_id: rep },
        ...{ team: 'north', target_minor: '700', floor_minor: '300', stretch_minor: '900', play_ids: [] },
      },
    ]);
    const [{ count }] = (await dataSource.query(`select count(*)::int as count from play where tenant_id = $1`, [
      tenant,
    ])) as [{ count: number }];
    expect(count).toBe(4);

    const undo = async () => {
      const owner = await new DataSource({
        ...{ type: 'postgres', url: database.ownerUrl },
        ...{ migrations: [...planning.migrations], migrationsTransactionMode: 'each' },
      }).initialize();
      const there = `select from migrations where name like 'PlanVersions%'`;
      try {
        while ((await owner.query<unknown[]>(there)).length > 0) await owner.undoLastMigration({ transaction: 'each' });
      } finally {
        await owner.destroy();
      }
    };
    await dataSource.query(`update plan_line set standing = 'WITHDRAWN'`);
    await expect(undo()).rejects.toThrow('1 plan lines are out of their plans');
    await dataSource.query(`update plan_line set standing = 'PLANNED'`);
    await undo();
    expect(await plansAndLines()).toEqual(then);
    await dataSource.destroy();
    await database.drop();
  });
});
