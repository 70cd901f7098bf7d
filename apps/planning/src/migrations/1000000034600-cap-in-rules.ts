import { uuidv7 } from '@fivepoint/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cap on increases is dated and says why, as all rules by which targets are rebalanced: what tenants had set holds from today on. */
export class CapInRules1000000034600 implements MigrationInterface {
  name = 'CapInRules1000000034600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rebalancing_rule
        add column increase_cap_basis_points int not null default 1000 check (increase_cap_basis_points between 0 and 10000)`);
    const changed: { tenant_id: string; cap: number; today: string }[] = await runner.query(`
      select p.tenant_id, p.increase_cap_basis_points as cap, (now() at time zone coalesce(t.time_zone, 'UTC'))::date::text as today
      from plan_rules p left join tenant t on t.tenant_id = p.tenant_id
      where p.increase_cap_basis_points <> 1000`);
    for (const { tenant_id, cap, today } of changed) {
      // Beside the cap it says what the rule in force does; who is not registered has none, and goes by what is shipped.
      await runner.query(
        `insert into rebalancing_rule (tenant_id, id, version, created_at, correlation_id, origin, effective_on, reason, increase_cap_basis_points,
           stretch_basis_points, reserve_basis_points, support_days, support_kind, proposal_days, least_hidden_count)
         select $1, $2, 1, now(), $3, 'LIVE', $4, $5, $6,
           coalesce(r.stretch_basis_points, 12000), coalesce(r.reserve_basis_points, 0), coalesce(r.support_days, 14),
           coalesce(r.support_kind, 'COACHING'), coalesce(r.proposal_days, 14), coalesce(r.least_hidden_count, 3)
         from (select 1) one left join lateral (
           select * from rebalancing_rule where tenant_id = $1 and effective_on <= $4 order by effective_on desc, id desc limit 1
         ) r on true`,
        [tenant_id, uuidv7(), uuidv7(), today, reason, cap],
      );
      await runner.query(
        'update rebalancing_rule set increase_cap_basis_points = $2 where tenant_id = $1 and effective_on > $3',
        [tenant_id, cap, today],
      );
    }
    await runner.query('alter table plan_rules drop column increase_cap_basis_points');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_rules
        add column increase_cap_basis_points int not null default 1000 check (increase_cap_basis_points between 0 and 10000);
      insert into plan_rules (tenant_id, id, version, increase_cap_basis_points)
      select tenant_id, tenant_id, 1, cap from (
        select distinct on (r.tenant_id) r.tenant_id, r.increase_cap_basis_points as cap
        from rebalancing_rule r left join tenant t on t.tenant_id = r.tenant_id
        where r.effective_on <= (now() at time zone coalesce(t.time_zone, 'UTC'))::date
        order by r.tenant_id, r.effective_on desc, r.id desc
      ) in_force where cap <> 1000
      on conflict (tenant_id, id) do update set increase_cap_basis_points = excluded.increase_cap_basis_points;
      alter table plan_rules alter column increase_cap_basis_points drop default;
      alter table rebalancing_rule drop column increase_cap_basis_points`);
  }
}

const reason = 'The increase cap as it was set in the rules of plans before (沿用计划规则中的增幅上限)';
