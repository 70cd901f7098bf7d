import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans by named accounts, and their lines. */
export class Plans1000000002000 implements MigrationInterface {
  name = 'Plans1000000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        name text not null,
        period_start date not null,
        period_end date not null,
        currency char(3) not null,
        status text not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'IN_FORCE', 'CLOSED')),
        approved_at timestamptz,
        approved_as text,
        approver_id uuid,
        return_reason text,
        primary key (tenant_id, id),
        check (period_start <= period_end),
        check ((approved_at is null) = (status in ('DRAFT', 'SUBMITTED'))),
        check (return_reason is null or status = 'DRAFT')
      );
      create index plan_owner on plan (tenant_id, owner_id, id);
      create index plan_team on plan (tenant_id, team, id);

      create table plan_line (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid check (owner_id is not null),
        team text check (team is not null),
        plan_id uuid not null,
        account_id uuid not null,
        product_id uuid not null,
        target_minor bigint not null,
        target_currency char(3) not null,
        floor_minor bigint not null,
        floor_currency char(3) not null,
        stretch_minor bigint,
        stretch_currency char(3),
        primary key (tenant_id, id),
        foreign key (tenant_id, plan_id) references plan (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        foreign key (tenant_id, product_id) references product (tenant_id, id),
        foreign key (tenant_id, owner_id) references rep (tenant_id, id),
        unique (tenant_id, plan_id, account_id, product_id),
        check ((stretch_minor is null) = (stretch_currency is null)),
        check (floor_minor between 0 and target_minor and floor_currency = target_currency),
        check (stretch_minor >= target_minor and stretch_currency = target_currency)
      );
      create index plan_line_account on plan_line (tenant_id, account_id, id);
      create index plan_line_owner on plan_line (tenant_id, owner_id, id);
      ${tenantPolicy('plan')}
      ${tenantPolicy('plan_line')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_line; drop table plan');
  }
}
