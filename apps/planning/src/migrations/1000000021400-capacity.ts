import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what teams are judged, and what each rep can sell in a year; both from a day on. */
export class Capacity1000000021400 implements MigrationInterface {
  name = 'Capacity1000000021400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table team_rule (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        effective_on date not null,
        key_person_basis_points int not null check (key_person_basis_points between 1 and 10000),
        ramp_basis_points int[] not null,
        uncertified_basis_points int not null check (uncertified_basis_points between 0 and 10000),
        primary key (tenant_id, id)
      );
      create table capacity_statement (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        effective_on date not null,
        full_capacity_minor bigint not null check (full_capacity_minor >= 0),
        full_capacity_currency char(3) not null,
        started_on date,
        certified_on date,
        rep_id uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        check (started_on <= certified_on)
      );
      create index capacity_statement_rep on capacity_statement (tenant_id, rep_id, effective_on, id);
      ${listIndexes('team_rule', { effective_on: 'date' })}
      ${listIndexes('capacity_statement', { effective_on: 'date' })}
      ${tenantPolicy('team_rule')}
      ${tenantPolicy('capacity_statement')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table capacity_statement; drop table team_rule');
  }
}
