import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deals, and the contracts they are won with. */
export class DealsAndContracts1000000001000 implements MigrationInterface {
  name = 'DealsAndContracts1000000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deal (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        kind text not null check (kind in ('NEW', 'RENEWAL', 'EXPANSION')),
        stage text not null check (stage in ('VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE', 'SIGNED', 'LOST')),
        account_id uuid,
        product_id uuid,
        plan_line_id uuid,
        lead_id uuid,
        renewal_id uuid,
        expansion_id uuid,
        purchase_pattern text check (purchase_pattern in ('RECURRING', 'PROJECT')),
        amount_minor bigint,
        amount_currency char(3),
        expected_close date,
        opened_on date not null,
        closed_on date,
        loss_reason text,
        rival text,
        external_id text,
        primary key (tenant_id, id),
        unique (tenant_id, external_id),
        check ((amount_minor is null) = (amount_currency is null)),
        check (account_id is not null or origin = 'IMPORTED')
      );
      create index deal_account on deal (tenant_id, account_id, id);
      create index deal_owner on deal (tenant_id, owner_id, id);
      create unique index deal_of_lead on deal (tenant_id, lead_id);
      create unique index deal_of_renewal on deal (tenant_id, renewal_id);
      create unique index deal_of_expansion on deal (tenant_id, expansion_id);

      create table contract (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        deal_id uuid not null,
        account_id uuid,
        product_id uuid,
        plan_line_id uuid,
        number text,
        kind text not null check (kind in ('NEW', 'RENEWAL', 'EXPANSION')),
        amount_minor bigint not null,
        amount_currency char(3) not null,
        signed_on date not null,
        payment_terms jsonb not null,
        warranty_months int not null,
        recurring_minor bigint,
        recurring_currency char(3),
        term_months int,
        starts_on date,
        external_id text,
        primary key (tenant_id, id),
        foreign key (tenant_id, deal_id) references deal (tenant_id, id),
        unique (tenant_id, deal_id),
        unique (tenant_id, number),
        unique (tenant_id, external_id),
        check (account_id is not null or origin = 'IMPORTED'),
        check ((recurring_minor is null) = (term_months is null) and (recurring_minor is null) = (starts_on is null))
      );
      create index contract_account on contract (tenant_id, account_id, id);
      ${tenantPolicy('deal')}
      ${tenantPolicy('contract')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contract; drop table deal');
  }
}
