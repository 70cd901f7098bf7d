import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { connected } from '@fivepoint/testing';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';
import { registerTenantOf } from '../spec/registered';

describe('a tenant that was there before the rules of assessment', () => {
  it('has the same ones as a tenant that is registered now, its people as they stand, and accounts to be assessed', async () => {
    const database = await databaseBefore('AssessmentRules');
    const [old, fresh, account, contact, lead] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await connected(database.superuserUrl, async (client) => {
      await client.query(`insert into tenant values ($1, $1, 'old', 'Asia/Shanghai', 'KWD', now());`, [old]);
      await client.query(
        `insert into account (tenant_id, id, version, created_at, correlation_id, origin, name, level)
         values ($1, $2, 1, now(), $2, 'LIVE', '江苏电信', 'PROVINCE')`,
        [old, account],
      );
      await client.query(
        `insert into contact (tenant_id, id, version, created_at, correlation_id, origin, account_id, name, roles, access, privacy, support)
         values ($1, $2, 1, '2026-03-01T17:00:00Z', $2, 'LIVE', $3, '王工', '{USER}', 'FULL', 'TEAM', 1)`,
        [old, contact, account],
      );
      await client.query(
        `insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope)
         values ($1, 'planning.timeline', $2, 'fivepoint.acquisition', $3, 1, 'fivepoint.acquisition.lead-classified.v1', 'DONE', $4)`,
        [old, lead, account, { time: '2026-04-01T17:00:00Z', data: { accountId: account, scenario: 'PROJECT' } }],
      );
    });
    await migrate(planning, database.ownerUrl);
    await registerTenantOf({ superuserUrl: database.superuserUrl, tenantId: fresh }, { currency: 'KWD' });

    await connected(database.superuserUrl, async (client) => {
      const rows = async (sql: string, values: unknown[]) => (await client.query<object>(sql, values)).rows;
      for (const table of [
        'potential_rule',
        'stage_rule',
        'relationship_chain',
        'trust_rule',
        'attainment_rule',
        'incentive_rule',
        'portfolio_rule',
        'coverage_rule',
        'team_rule',
        'rebalancing_rule',
        'class_strategy',
        'stage_strategy',
      ]) {
        const shipped = (tenantId: string) =>
          rows(
            `select to_jsonb(r) - array['tenant_id', 'id', 'created_at', 'correlation_id'] as rule from ${table} r where tenant_id = $1 order by 1`,
            [tenantId],
          );
        const ofOld = await shipped(old);
        expect(ofOld.length).toBeGreaterThan(0);
        expect(ofOld).toEqual(await shipped(fresh));
      }
      expect(await rows('select potential_threshold_minor from portfolio_rule where tenant_id = $1', [old])).toEqual([
        { potential_threshold_minor: '3000000000' },
      ]);
      expect(
        await rows('select contact_id, stands_on::text, roles, access, support from contact_standing', []),
      ).toEqual([{ contact_id: contact, stands_on: '2026-03-02', roles: ['USER'], access: 'FULL', support: 1 }]);
      expect(
        await rows('select id, account_id, classified_on::text, purchase_pattern from lead_classification', []),
      ).toEqual([{ id: lead, account_id: account, classified_on: '2026-04-02', purchase_pattern: 'PROJECT' }]);
      expect(await rows('select tenant_id, kind, subject from due_work', [])).toEqual([
        { tenant_id: old, kind: 'account assessment of history', subject: account },
      ]);
    });
    await database.drop();
  });
});
