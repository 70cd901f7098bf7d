import { uuidv7 } from '@fivepoint/kernel';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue of plays, with what is shipped for the tenants that are there, and the rules of plans. */
export class PlaysAndRules1000000018000 implements MigrationInterface {
  name = 'PlaysAndRules1000000018000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table play (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        action text not null,
        primary key (tenant_id, id),
        unique (tenant_id, name)
      );
      create table plan_rules (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        increase_cap_basis_points int not null check (increase_cap_basis_points between 0 and 10000),
        primary key (tenant_id, id)
      );
      ${listIndexes('play', { name: 'text' })}
      ${tenantPolicy('play')}
      ${tenantPolicy('plan_rules')}`);
    const tenants = (await runner.query('select id from tenant order by id')) as { id: string }[];
    for (const { id } of tenants)
      for (const { name, action } of shippedThen)
        await runner.query(
          `insert into play (tenant_id, id, version, created_at, correlation_id, origin, name, action)
           values ($1, $2, 1, now(), $3, 'LIVE', $4, $5)`,
          [id, uuidv7(), uuidv7(), name, action],
        );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_rules, play');
  }
}

/** What was shipped when this ran first: what is shipped later reaches tenants that are there by a migration of its own. */
const shippedThen: readonly { name: string; action: string }[] = [
  { name: '推荐产品', action: 'Recommend the product that fits the need (向客户推荐合适的产品)' },
  { name: '标杆样品', action: 'Place a benchmark sample where the customer can compare it (投放标杆样品)' },
  { name: '示范项目', action: 'Show a demo or reference project that runs at a customer like this one (打造示范项目)' },
  { name: '关键关系', action: 'Build the relationship with those who decide (建立关键关系)' },
];
