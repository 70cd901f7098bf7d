import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const aggregate = `
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,`;

/** Success plans, and the renewals, expansions and referrals that they lead to. */
export class SuccessPlansAndRenewals1000000001000 implements MigrationInterface {
  name = 'SuccessPlansAndRenewals1000000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table success_plan (${aggregate}
        contract_id uuid not null,
        account_id uuid,
        product_id uuid,
        status text not null check (status in ('ACTIVE', 'RECORDED')),
        contracted_minor bigint not null,
        contracted_currency char(3) not null,
        collected_minor bigint not null,
        collected_currency char(3) not null,
        signed_on date not null,
        settled_on date,
        primary key (tenant_id, id),
        unique (tenant_id, contract_id),
        check (status = 'RECORDED' or account_id is not null)
      );
      create index success_plan_account on success_plan (tenant_id, account_id, id);

      create table renewal (${aggregate}
        contract_id uuid not null,
        account_id uuid not null,
        product_id uuid,
        deal_id uuid,
        status text not null check (status in ('PLANNED', 'IDENTIFIED', 'WON', 'LOST')),
        due_on date not null,
        amount_minor bigint,
        amount_currency char(3),
        need text,
        fit int check (fit between 0 and 100),
        new_product_required boolean,
        primary key (tenant_id, id),
        unique (tenant_id, contract_id),
        foreign key (tenant_id, contract_id) references success_plan (tenant_id, contract_id),
        check ((amount_minor is null) = (amount_currency is null)),
        check (status = 'PLANNED' or (amount_minor is not null and need is not null and fit is not null))
      );
      create index renewal_account on renewal (tenant_id, account_id, due_on, id);
      create index renewal_due on renewal (tenant_id, due_on, id);
      create unique index renewal_deal on renewal (tenant_id, deal_id);

      create table expansion (${aggregate}
        account_id uuid not null,
        contract_id uuid,
        product_id uuid,
        deal_id uuid,
        status text not null check (status in ('IDENTIFIED', 'WON', 'LOST')),
        due_on date not null,
        amount_minor bigint not null,
        amount_currency char(3) not null,
        need text not null,
        fit int not null check (fit between 0 and 100),
        new_product_required boolean not null,
        primary key (tenant_id, id)
      );
      create index expansion_account on expansion (tenant_id, account_id, id);
      create unique index expansion_deal on expansion (tenant_id, deal_id);

      create table referral (${aggregate}
        account_id uuid not null,
        referred_account_id uuid,
        product_id uuid,
        referred_name text not null,
        need text,
        primary key (tenant_id, id)
      );
      create index referral_account on referral (tenant_id, account_id, id);
      ${tenantPolicy('success_plan')}
      ${tenantPolicy('renewal')}
      ${tenantPolicy('expansion')}
      ${tenantPolicy('referral')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table referral; drop table expansion; drop table renewal; drop table success_plan');
  }
}
