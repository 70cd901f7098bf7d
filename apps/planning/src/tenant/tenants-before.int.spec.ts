import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { connected } from '@fivepoint/testing';
import { shippedPlays } from '../play/shipped-plays';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';
import { shippedSkills } from '../skill/skill';
import { registerTenantOf } from '../spec/registered';
import { shippedTemplates } from '../step-template/shipped-step-templates';

/**
 * Migrations keep what was shipped when they were written, so that none does tomorrow what it did not do yesterday. What is shipped since needs a
 * migration of its own: this fails until it is there.
 */
describe('a tenant that was there before anything was shipped', () => {
  it('has the plays, steps, funnels and skills that a tenant begins with now', async () => {
    const database = await databaseBefore('AssessmentRules');
    const [old, fresh] = [uuidv7(), uuidv7()];
    await connected(database.superuserUrl, (client) =>
      client.query(`insert into tenant values ($1, $1, 'old', 'Asia/Shanghai', 'CNY', now())`, [old]),
    );
    await migrate(planning, database.ownerUrl);
    await registerTenantOf({ superuserUrl: database.superuserUrl, tenantId: fresh });

    await connected(database.superuserUrl, async (client) => {
      const rowsOf = async (table: string, tenantId: string) =>
        (
          await client.query<{ row: object }>(
            `select to_jsonb(r) - array['tenant_id', 'id', 'created_at', 'correlation_id'] as row from ${table} r
             where tenant_id = $1 order by 1`,
            [tenantId],
          )
        ).rows.map(({ row }) => row);
      for (const [table, count] of [
        ['play', shippedPlays.length],
        ['step_template', shippedTemplates.length],
        ['funnel_template', 2],
        ['skill', shippedSkills.length],
      ] as const) {
        const begun = await rowsOf(table, fresh);
        expect([table, begun.length]).toEqual([table, count]);
        expect([table, await rowsOf(table, old)]).toEqual([table, begun]);
      }
    });
    await database.drop();
  });
});
