import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { DataSource } from 'typeorm';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';
import { shippedTemplates } from './shipped-step-templates';

describe('the templates of a company that was there before', () => {
  it('are those of a new one, and are told to all services', async () => {
    const database = await databaseBefore('Steps');
    const dataSource = new DataSource({ type: 'postgres', url: database.superuserUrl });
    await dataSource.initialize();
    const tenants = [uuidv7(), uuidv7()];
    for (const tenant of tenants)
      await dataSource.query(
        `insert into tenant (tenant_id, id, name, time_zone, currency, created_at) values ($1, $1, '华信', 'Asia/Shanghai', 'CNY', now())`,
        [tenant],
      );
    // Something was told of the one before, so that the templates come second in its stream.
    await dataSource.query(`insert into event_stream (tenant_id, key, last_sequence) values ($1, $2, 1)`, [
      tenants[0],
      tenants[0],
    ]);

    await migrate(planning, database.ownerUrl);
    const rows: { tenant_id: string; point: string; step_key: string; required_outputs: string[]; due_days: number }[] =
      await dataSource.query(
        `select tenant_id, point, step_key, required_outputs, due_days from step_template
         where edition = 1 and version = 1 and retired_at is null order by tenant_id`,
      );
    for (const tenant of tenants) {
      const own = rows.filter(({ tenant_id }) => tenant_id === tenant);
      const sorted = (all: readonly string[]) => [...all].sort();
      expect(sorted(own.map((row) => [row.point, row.step_key, row.due_days, ...row.required_outputs].join()))).toEqual(
        sorted(shippedTemplates.map((one) => [one.point, one.stepKey, one.dueDays, ...one.requiredOutputs].join())),
      );
    }
    const told: { tenant_id: string; sequence: string; envelope: { data: { templates: object[] } } }[] =
      await dataSource.query(`select tenant_id, sequence, envelope from outbox order by tenant_id`);
    expect(told.map(({ tenant_id, sequence }) => [tenant_id, Number(sequence)])).toEqual([
      [tenants[0], 2],
      [tenants[1], 1],
    ]);
    for (const { envelope } of told) expect(envelope.data.templates).toHaveLength(shippedTemplates.length);
    await dataSource.destroy();
    await database.drop();
  });
});
