import { uuidv7 } from '@fivepoint/kernel';
import { appDataSource, type Identity, migrate, runCommand } from '@fivepoint/service';
import { DataSource } from 'typeorm';
import { planning, registerTenant } from '../service';
import { databaseBefore } from '../spec/before';

describe('the funnels that a company begins with', () => {
  it('are the same for one that registers, and for one that was there when they came', async () => {
    const database = await databaseBefore('FunnelTemplates');
    const [there, comes] = [uuidv7(), uuidv7()];
    const dataSource = await new DataSource({ type: 'postgres', url: database.superuserUrl }).initialize();
    await dataSource.query(
      `insert into tenant (tenant_id, id, name, time_zone, currency, created_at)
       values ($1, $1, 'Acme', 'UTC', 'CNY', now())`,
      [there],
    );
    await migrate(planning, database.ownerUrl);
    const app = await appDataSource(database.superuserUrl, planning.entities, 2).initialize();
    const identity: Identity = { tenantId: comes, userId: 'command line', repId: null, roles: ['ADMIN'], teams: [] };
    const cause = { identity, now: new Date(), requestId: uuidv7(), correlationId: uuidv7() };
    const settings = { service: planning.name, seesAll: [], timeZoneOf: async () => 'UTC' };
    const input = { name: 'Huaxin', timeZone: 'UTC', currency: 'CNY' };
    for (const attempt of [1, 2])
      await runCommand(app, settings, cause, `registerTenant ${attempt}`, input, (command) =>
        registerTenant(command, input),
      );
    const funnelsOf = (tenantId: string): Promise<object[]> =>
      dataSource.query(
        `select purchase_pattern, effective_on::text, samples_needed_count, stages, version, origin from funnel_template
         where tenant_id = $1 order by purchase_pattern`,
        [tenantId],
      );
    const shipped = await funnelsOf(there);
    expect(shipped).toMatchObject([
      {
        ...{ purchase_pattern: 'PROJECT', effective_on: '2000-01-01', samples_needed_count: 30 },
        stages: expect.arrayContaining([{ stage: 'BID', name: '标书提交', conversionBasisPoints: 4500 }]) as object,
      },
      { purchase_pattern: 'RECURRING' },
    ]);
    expect(await funnelsOf(comes)).toEqual(shipped);
    await app.destroy();
    await dataSource.destroy();
    await database.drop();
  });
});
