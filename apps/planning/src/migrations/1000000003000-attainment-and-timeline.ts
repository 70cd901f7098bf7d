import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of the plans' lines, and each account's history over all services. */
export class AttainmentAndTimeline1000000003000 implements MigrationInterface {
  name = 'AttainmentAndTimeline1000000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table booked_contract (
        tenant_id uuid not null,
        id uuid not null,
        plan_line_id uuid,
        amount_minor bigint not null,
        amount_currency char(3) not null,
        signed_on date not null,
        primary key (tenant_id, id)
      );
      create index booked_contract_line on booked_contract (tenant_id, plan_line_id);

      create table collected_payment (
        tenant_id uuid not null,
        id uuid not null,
        contract_id uuid not null,
        plan_line_id uuid,
        amount_minor bigint not null,
        amount_currency char(3) not null,
        received_on date not null,
        primary key (tenant_id, id)
      );
      create index collected_payment_line on collected_payment (tenant_id, plan_line_id);
      create index collected_payment_contract on collected_payment (tenant_id, contract_id);

      create table timeline_entry (
        tenant_id uuid not null,
        id uuid not null,
        account_id uuid,
        time timestamptz not null,
        type text not null,
        service text not null,
        correlation_id uuid not null,
        parent_correlation_id uuid,
        subject uuid not null,
        about uuid not null,
        owner_id uuid,
        team text,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        details jsonb not null,
        primary key (tenant_id, id)
      );
      create index timeline_entry_account on timeline_entry (tenant_id, account_id, time, id);
      create index timeline_entry_about on timeline_entry (tenant_id, about, time, id);
      create index timeline_entry_turn on timeline_entry (tenant_id, correlation_id);
      ${tenantPolicy('booked_contract')}
      ${tenantPolicy('collected_payment')}
      ${tenantPolicy('timeline_entry')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table timeline_entry; drop table collected_payment; drop table booked_contract');
  }
}
