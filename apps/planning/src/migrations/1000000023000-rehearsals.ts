import { rolesOf } from '@fivepoint/messaging';
import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const { relay } = rolesOf('planning');

/** What is expected of each plan line, and what comes of it when a plan is played through. */
export class Rehearsals1000000023000 implements MigrationInterface {
  name = 'Rehearsals1000000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table line_outlook (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        plan_line_id uuid not null,
        probability_basis_points int not null check (probability_basis_points between 0 and 10000),
        closes_on date not null,
        slip_basis_points int[] not null,
        correlation_group text,
        payments jsonb not null,
        primary key (tenant_id, id),
        unique (tenant_id, plan_line_id),
        foreign key (tenant_id, plan_line_id) references plan_line (tenant_id, id)
      );
      create table rehearsal (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        plan_id uuid not null,
        plan_version_id uuid not null,
        owner_id uuid,
        team text,
        status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
        seed bigint not null check (seed between 0 and 9007199254740991),
        trial_count int not null check (trial_count > 0),
        done_trial_count int not null,
        target_minor bigint not null,
        target_currency char(3) not null,
        correlations jsonb not null,
        started_at timestamptz,
        finished_at timestamptz,
        failure_reason text,
        starts_on date not null,
        ends_on date not null,
        figures jsonb,
        primary key (tenant_id, id),
        foreign key (tenant_id, plan_id) references plan (tenant_id, id),
        foreign key (tenant_id, plan_version_id) references plan_version (tenant_id, id),
        check ((status = 'DONE') = (figures is not null))
      );
      create index rehearsal_plan on rehearsal (tenant_id, plan_id, id);
      create index rehearsal_plan_version on rehearsal (tenant_id, plan_version_id, id);
      create table rehearsed_line (
        tenant_id uuid not null,
        id uuid not null,
        rehearsal_id uuid not null,
        plan_line_id uuid not null,
        place int not null,
        target_minor bigint not null,
        target_currency char(3) not null,
        probability_basis_points int not null,
        closes_on date not null,
        slip_basis_points int[] not null,
        correlation_group text,
        payments jsonb not null,
        closed_count int,
        sensitivity numeric(5, 4),
        primary key (tenant_id, id),
        unique (tenant_id, rehearsal_id, plan_line_id),
        foreign key (tenant_id, rehearsal_id) references rehearsal (tenant_id, id),
        foreign key (tenant_id, plan_line_id) references plan_line (tenant_id, id)
      );
      create index rehearsed_line_place on rehearsed_line (tenant_id, rehearsal_id, place, id);
      -- Ids and times only: the relay claims what waits over all tenants, and sees nothing else of it.
      create table rehearsal_work (
        tenant_id uuid not null,
        rehearsal_id uuid not null,
        due_at timestamptz not null default clock_timestamp(),
        token int not null default 0,
        attempts int not null default 0,
        primary key (tenant_id, rehearsal_id),
        foreign key (tenant_id, rehearsal_id) references rehearsal (tenant_id, id)
      );
      create index rehearsal_work_due on rehearsal_work (due_at);
      ${tenantPolicy('line_outlook')}
      ${tenantPolicy('rehearsal')}
      ${tenantPolicy('rehearsed_line')}
      ${tenantPolicy('rehearsal_work')}
      grant select, update (due_at, token, attempts) on rehearsal_work to ${relay};
      create policy relay on rehearsal_work to ${relay} using (true) with check (true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table rehearsal_work; drop table rehearsed_line; drop table rehearsal; drop table line_outlook',
    );
  }
}
