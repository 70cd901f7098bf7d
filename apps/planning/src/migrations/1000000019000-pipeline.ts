import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What leads and deals tell of themselves, one row per event, and the case that a lead and its deal are together. */
export class Pipeline1000000019000 implements MigrationInterface {
  name = 'Pipeline1000000019000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pipeline_fact (
        tenant_id uuid not null,
        id uuid not null,
        lead_id uuid,
        deal_id uuid,
        occurred_at timestamptz not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        correlation_id uuid not null,
        says jsonb not null,
        primary key (tenant_id, id)
      );
      create index pipeline_fact_lead on pipeline_fact (tenant_id, lead_id);
      create index pipeline_fact_deal on pipeline_fact (tenant_id, deal_id);
      create table pipeline_case (
        tenant_id uuid not null,
        id uuid not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        lead_id uuid,
        deal_id uuid,
        account_id uuid,
        product_id uuid,
        plan_line_id uuid,
        owner_id uuid,
        team text,
        purchase_pattern text check (purchase_pattern in ('RECURRING', 'PROJECT')),
        first_stage text not null,
        stage text not null check (stage in ('CAPTURED', 'CLASSIFIED', 'VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE', 'SIGNED')),
        stages jsonb not null,
        ends_only boolean not null,
        outcome text not null check (outcome in ('OPEN', 'WON', 'LOST')),
        began_on date not null,
        opened_on date,
        closed_on date,
        expected_close_on date,
        amount_minor bigint,
        amount_currency char(3),
        primary key (tenant_id, id)
      );
      create index pipeline_case_closed on pipeline_case (tenant_id, closed_on) where outcome <> 'OPEN';
      create index pipeline_case_plan_line on pipeline_case (tenant_id, plan_line_id) where plan_line_id is not null;
      create index pipeline_case_account on pipeline_case (tenant_id, account_id, began_on, id);
      create index pipeline_case_owner on pipeline_case (tenant_id, owner_id, outcome);
      ${listIndexes('pipeline_case', { began_on: 'date' })}
      ${tenantPolicy('pipeline_fact')}
      ${tenantPolicy('pipeline_case')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pipeline_case; drop table pipeline_fact');
  }
}
