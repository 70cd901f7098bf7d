import { minorDigits, uuidv7 } from '@fivepoint/kernel';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const aggregate = `
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),`;

/** What coverage of accounts brings and costs, and which of them are key accounts. */
export class CoverageAndSelection1000000013000 implements MigrationInterface {
  name = 'CoverageAndSelection1000000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column effort_hours int check (effort_hours between 0 and 744);
      create table coverage_rule (${aggregate}
        effective_on date not null,
        reason text,
        margin_basis_points int not null check (margin_basis_points between 0 and 10000),
        hour_cost_minor bigint not null check (hour_cost_minor >= 0),
        hour_cost_currency char(3) not null,
        primary key (tenant_id, id)
      );
      ${listIndexes('coverage_rule', { effective_on: 'date' })}
      ${tenantPolicy('coverage_rule')}
      create table account_selection (${aggregate}
        account_id uuid not null,
        plan_id uuid,
        decision text not null check (decision in ('SELECTED', 'REJECTED')),
        reason text not null,
        starts_on date not null,
        ends_on date not null,
        decided_on date not null,
        decider_id uuid,
        class text check (class in ('CORE', 'TRACTION', 'GROWTH', 'PROBLEM')),
        attainable_minor bigint,
        attainable_currency char(3),
        relationship_score numeric,
        coverage_ratio numeric,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        foreign key (tenant_id, plan_id) references plan (tenant_id, id),
        check (starts_on <= ends_on),
        check ((attainable_minor is null) = (attainable_currency is null))
      );
      create index account_selection_account on account_selection (tenant_id, account_id, id);
      create index account_selection_plan on account_selection (tenant_id, plan_id, id);
      ${listIndexes('account_selection', { decided_on: 'date' })}
      ${tenantPolicy('account_selection')}`);

    const tenants = (await runner.query('select tenant_id, currency from tenant')) as {
      tenant_id: string;
      currency: string;
    }[];
    // Values as they were when this was written: what is shipped later is for tenants that come later.
    for (const { tenant_id, currency } of tenants)
      await runner.query(
        `insert into coverage_rule (tenant_id, id, version, created_at, correlation_id, origin, effective_on,
           margin_basis_points, hour_cost_minor, hour_cost_currency)
         values ($1, $2, 1, now(), $3, 'LIVE', '1900-01-01', 3000, $4, $5)`,
        [tenant_id, uuidv7(), uuidv7(), 300 * 10 ** minorDigits(currency), currency],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table account_selection; drop table coverage_rule; alter table account drop column effort_hours',
    );
  }
}
