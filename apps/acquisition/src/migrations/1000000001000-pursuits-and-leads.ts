import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pursuits of plan lines, leads, and what is found out about them. */
export class PursuitsAndLeads1000000001000 implements MigrationInterface {
  name = 'PursuitsAndLeads1000000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pursuit (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        status text not null check (status in ('OPEN', 'QUALIFIED', 'WON')),
        account_id uuid not null,
        product_id uuid not null,
        plan_line_id uuid not null,
        target_minor bigint not null,
        target_currency char(3) not null,
        purchase_pattern text check (purchase_pattern in ('RECURRING', 'PROJECT')),
        won_on date,
        primary key (tenant_id, id),
        unique (tenant_id, plan_line_id),
        check ((status = 'WON') = (won_on is not null))
      );
      create index pursuit_account on pursuit (tenant_id, account_id, id);
      create index pursuit_owner on pursuit (tenant_id, owner_id, id);

      create table won_plan_line (
        tenant_id uuid not null,
        id uuid not null,
        won_on date not null,
        primary key (tenant_id, id)
      );

      create table lead (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        status text not null check (status in ('CAPTURED', 'CLASSIFIED', 'QUALIFIED', 'DISQUALIFIED')),
        source text not null
          check (source in ('REFERRAL', 'INTRODUCTION', 'EVENT', 'OUTREACH', 'INBOUND', 'PARTNER', 'OTHER')),
        title text not null,
        organisation text,
        account_id uuid,
        product_id uuid,
        pursuit_id uuid,
        plan_line_id uuid,
        referral_id uuid,
        contact_ids uuid[] not null,
        purchase_pattern text check (purchase_pattern in ('RECURRING', 'PROJECT')),
        expected_amount_minor bigint,
        expected_amount_currency char(3),
        expected_close date,
        captured_on date not null,
        disqualified_reason text,
        deal_id uuid,
        deal_outcome text check (deal_outcome in ('WON', 'LOST')),
        deal_closed_on date,
        parent_correlation_id uuid,
        external_id text,
        primary key (tenant_id, id),
        foreign key (tenant_id, pursuit_id) references pursuit (tenant_id, id),
        unique (tenant_id, referral_id),
        unique (tenant_id, deal_id),
        unique (tenant_id, external_id),
        check ((expected_amount_minor is null) = (expected_amount_currency is null)),
        check (owner_id is null or team is not null),
        check (case status when 'CAPTURED' then purchase_pattern is null
          when 'DISQUALIFIED' then true else purchase_pattern is not null end),
        check ((status = 'DISQUALIFIED') = (disqualified_reason is not null)),
        check ((deal_outcome is null) = (deal_closed_on is null))
      );
      create index lead_account on lead (tenant_id, account_id, id);
      create index lead_owner on lead (tenant_id, owner_id, id);
      create index lead_pursuit on lead (tenant_id, pursuit_id, id);

      create table lead_need (
        tenant_id uuid not null,
        id uuid not null,
        lead_id uuid not null,
        kind text not null check (kind in ('SITUATION', 'PROBLEM', 'IMPLICATION', 'NEED_PAYOFF')),
        statement text not null,
        recorded_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, lead_id) references lead (tenant_id, id)
      );
      create index lead_need_lead on lead_need (tenant_id, lead_id, id);

      create table bant_finding (
        tenant_id uuid not null,
        id uuid not null,
        lead_id uuid not null,
        letter text not null check (letter in ('BUDGET', 'AUTHORITY', 'NEED', 'TIMING')),
        finding text not null,
        evidence text,
        met boolean not null,
        recorded_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, lead_id) references lead (tenant_id, id),
        unique (tenant_id, lead_id, letter)
      );
      ${tenantPolicy('pursuit')}
      ${tenantPolicy('won_plan_line')}
      ${tenantPolicy('lead')}
      ${tenantPolicy('lead_need')}
      ${tenantPolicy('bant_finding')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table bant_finding; drop table lead_need; drop table lead; drop table won_plan_line; drop table pursuit',
    );
  }
}
