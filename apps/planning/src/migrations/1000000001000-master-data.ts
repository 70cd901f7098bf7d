import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tenant, its reps and products, its accounts and the people there. */
export class MasterData1000000001000 implements MigrationInterface {
  name = 'MasterData1000000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenant (
        tenant_id uuid not null,
        id uuid not null,
        name text not null,
        time_zone text not null,
        currency char(3) not null,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        check (id = tenant_id)
      );

      create table rep (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        email text,
        user_id text,
        team text not null,
        manager_id uuid,
        external_id text,
        primary key (tenant_id, id),
        foreign key (tenant_id, manager_id) references rep (tenant_id, id),
        unique (tenant_id, user_id),
        unique (tenant_id, external_id)
      );
      create index rep_manager on rep (tenant_id, manager_id, id);
      create index rep_team on rep (tenant_id, team, id);

      create table product (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        series text,
        list_price_minor bigint check (list_price_minor >= 0),
        list_price_currency char(3),
        external_id text,
        primary key (tenant_id, id),
        unique (tenant_id, external_id),
        check ((list_price_minor is null) = (list_price_currency is null))
      );

      create table account (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        name text not null,
        level text not null check (level in ('GROUP', 'PROVINCE', 'CITY', 'UNIT')),
        parent_id uuid,
        industry text,
        external_id text,
        primary key (tenant_id, id),
        foreign key (tenant_id, parent_id) references account (tenant_id, id),
        foreign key (tenant_id, owner_id) references rep (tenant_id, id),
        unique (tenant_id, external_id),
        check (parent_id <> id),
        check ((owner_id is null) = (team is null))
      );
      create index account_parent on account (tenant_id, parent_id, id);
      create index account_owner on account (tenant_id, owner_id, id);
      create index account_team on account (tenant_id, team, id);

      create table contact (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        account_id uuid not null,
        name text not null,
        roles text[] not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id)
      );
      create index contact_account on contact (tenant_id, account_id, id);
      ${tenantPolicy('tenant')}
      ${tenantPolicy('rep')}
      ${tenantPolicy('product')}
      ${tenantPolicy('account')}
      ${tenantPolicy('contact')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contact; drop table account; drop table product; drop table rep; drop table tenant');
  }
}
